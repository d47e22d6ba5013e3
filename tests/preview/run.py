"""A run of random edits against a preview, and what came of it."""

import time
from collections import Counter
from dataclasses import dataclass, field
from random import Random

from tests.preview.edits import TEXTS, edit, mend
from tests.preview.running import Preview

PATHS = ("/", "/briefs/2021/the-truce/", "/actors/ministry/", "/about/", "/briefs/2021/the-truce/a.jpg", "/no-such-page/")
EVERY = 100
"""After so many edits all is mended, and the preview must show the site whole again."""
MORE = 1.5
"""By how much the memory may grow after the first hundred edits, until the end."""


@dataclass
class Outcome:
    """What came of a run."""

    edits: Counter[str] = field(default_factory=Counter)
    answers: Counter[int] = field(default_factory=Counter)
    slowest: float = 0.0
    memory: list[int] = field(default_factory=list)

    @property
    def lived(self) -> bool:
        """Whether every answer was one that a preview gives, and the memory stayed bounded."""
        early, late = self.memory[: max(1, len(self.memory) // 3)], self.memory[-1]
        return set(self.answers) <= {200, 404, 500} and late <= MORE * max(early)

    def in_words(self) -> str:
        """Say it."""
        answers = ", ".join(f"{count} with {status}" for status, count in sorted(self.answers.items()))
        memory = ", ".join(f"{size} MiB" for size in self.memory)
        kinds = ", ".join(f"{kind} {count}" for kind, count in self.edits.most_common())
        return (
            f"{sum(self.edits.values())} edits ({kinds}). {sum(self.answers.values())} answers ({answers}); the slowest took "
            f"{self.slowest:.1f} s. Memory, each time that all was mended: {memory}."
        )


def run(preview: Preview, number: int, seed: int, pause: float = 0.3) -> Outcome:
    """Let so many things happen to the site of a preview, and ask for pages; raise where it hangs."""
    chance, outcome = Random(seed), Outcome()
    outcome.memory.append(preview.memory())
    for count in range(1, number + 1):
        happened = edit(preview.site, chance)
        outcome.edits[happened.split()[0]] += 1
        time.sleep(chance.choice((0.0, pause / 10, pause, 2 * pause)))
        if count % 5 == 0:
            ask(preview, chance.choice(PATHS), outcome)
        if count % EVERY == 0 or count == number:
            recover(preview, outcome)
            print(f"{count}: {outcome.in_words()}", flush=True)
    return outcome


def ask(preview: Preview, path: str, outcome: Outcome) -> None:
    start = time.monotonic()
    outcome.answers[preview.ask(path)[0]] += 1
    outcome.slowest = max(outcome.slowest, time.monotonic() - start)


def recover(preview: Preview, outcome: Outcome) -> None:
    """Mend the site, with a word in it that was not there before, and wait until the preview shows it whole."""
    mend(preview.site)
    word = f"mended-{len(outcome.memory)}"
    about = preview.site / "docs/about.md"
    about.write_text(f"{TEXTS['docs/about.md']}\n{word}\n", "utf-8")
    preview.until(word, "/about/")
    preview.until("A truce was agreed", "/briefs/2021/the-truce/")
    assert 'class="findings"' not in preview.ask("/briefs/2021/the-truce/")[1]
    outcome.memory.append(preview.memory())
