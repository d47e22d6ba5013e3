"""Made-up words for made-up briefs, the same every time.

The words are those of this repository's own briefs with the frequencies that they have there, and beside them rarer names,
so that the vocabulary grows with the archive as that of a newspaper does.
"""

import re
from bisect import bisect
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path
from random import Random

ROOT = Path(__file__).parents[1]
_SYLLABLES = re.findall("..", "karavomiteloribadegesopanekoeltubegrimahovilda")
COMMON = 250
"""How many of the most common words every storyline shares."""


class Vocabulary:
    """Words and names out of one sequence of chances: the same calls in the same order give the same words.

    Each storyline has words of its own beside the common ones. With `one_subject` all speak of the same things, so that most
    words are in most texts.
    """

    def __init__(self, random: Random, *, one_subject: bool = False) -> None:
        self.random = random
        self._one_subject = one_subject
        files = sorted((ROOT / "briefs").glob("2*/*.yml"))
        counted = Counter(word for file in files for word in _prose(file.read_text("utf-8")))
        self._known = [word for word, _ in counted.most_common()]
        self._steps = list(accumulate(counted[word] for word in self._known))
        self._theirs: dict[str, list[str]] = {}

    def names(self, many: int) -> list[str]:
        """Return at most so many different names."""
        choices, choice = self.random.choices, self.random.choice
        made = ("".join(choices(_SYLLABLES, k=choice((2, 3, 3, 4)))).capitalize() for _ in range(many * 2))
        return list(dict.fromkeys(made))[:many]

    def zipf(self, pool: Sequence[str]) -> str:
        """Return one of `pool`, the first ones more often: the nth about 1/n as often as the first."""
        return pool[int(len(pool) ** self.random.random()) - 1]

    def words(self, many: int, storyline: str, rare: Sequence[str]) -> str:
        """Return so many words as a text of a storyline has them, with names out of `rare` among them."""
        found = []
        for _ in range(many):
            at = bisect(self._steps, self.random.randrange(self._steps[-1]))
            if self.random.random() < 0.04:
                found.append(self.zipf(rare))
            elif at < COMMON or self._one_subject or self.random.random() < 0.2:
                found.append(self._known[at])
            else:  # another storyline speaks of other things
                own = self._theirs.setdefault(storyline, [])
                own += self.names(len(own) == 0 and 800)
                found.append(own[at % len(own)].lower())
        return " ".join(found)


def _prose(text: str) -> list[str]:
    kept = (line for line in text.splitlines() if line.startswith("  ") and ":" not in line.split("[@")[0][:30])
    return [word for line in kept for word in line.split("[@")[0].split() if word.strip(",.;:“”’").isalpha()]
