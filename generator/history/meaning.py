"""Which words of a text carry its meaning, and whether those of two texts say something else.

Every word does but those that only hold others together: articles, most prepositions and pronouns, the forms of *be*, *have*
and *do*, and such openings as *meanwhile*. What turns the sense is never among them: not, without, before, after, against,
from, by, or, may. Another order says the same where one part of the sentence moved as a whole; where two parts changed
places, somebody else did it. The words are English: in another language every word counts.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from generator.history.spelling import canonical, is_form, is_slip, listed

_HOLDS_TOGETHER = listed(
    "a an the it its itself they them their theirs themselves this that these those there here such",
    "who whom whose which what when where why how",
    "of in on at to into onto upon for with as about concerning regarding per via toward towards within through",
    "throughout across along around over amid among amongst between during than",
    "is are was were be been being am has have had having do does did doing done",
    "and but while whereas although though however nevertheless nonetheless yet because therefore thus hence so then also",
    "too even well just indeed moreover furthermore besides meanwhile additionally accordingly abroad elsewhere overall",
)
_CAUSE = listed("because therefore thus hence")
_CONTRAST = listed("although though however nevertheless nonetheless but yet whereas")
_ASKS = listed("who whom whose which what where why how")
"""Words that are the question where one begins with them. One that begins with *when* is mostly none."""
_NEAR_A_NUMBER = {
    **dict.fromkeys(listed("about around some roughly approximately circa"), "about"),
    **dict.fromkeys(listed("over above"), "more"),
    **dict.fromkeys(listed("under below"), "less"),
    "fewer": "less",
}
"""What these words say of the number after them."""
_LEADS = listed("to into onto of for than with at on")
"""Words that say which of two is which: from one town to another."""
_DENIES = listed("not no never nor neither without only")


def carrying(words: Sequence[str]) -> tuple[str, ...]:
    """Return the words that carry the meaning of a text, in their order."""
    return tuple(_carrying(words, frozenset()))


def says_otherwise(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether of the words of two texts the later ones say something else."""
    one = _spelt_as_in(other, one)
    other = _spelt_as_in(one, other)
    was, now = Counter(carrying(one)), Counter(carrying(other))
    lost, gained = was - now, now - was
    forms = _partners(gained, lost, is_form)
    if Counter(forms.get(word, word) for word in gained.elements()) != lost or _turns_a_reason(one, other):
        return True
    before, after = ([forms.get(word, word) for word in _carrying(words, _LEADS)] for words in (one, other))
    if Counter(before) != Counter(after):  # a small word is another one
        before, after = ([forms.get(word, word) for word in carrying(words)] for words in (one, other))
    return not _moved_as_a_whole(before, after) or _denied(before) != _denied(after)


def _carrying(words: Sequence[str], also: frozenset[str]) -> Iterator[str]:
    for at, word in enumerate(words):
        following = canonical(words[at + 1])[:1] if at + 1 < len(words) else ""
        if word in _NEAR_A_NUMBER and (following.isdigit() or word == "fewer"):
            yield _NEAR_A_NUMBER[word]
        elif word in also or word not in _HOLDS_TOGETHER or (at == 0 and word in _ASKS):
            yield canonical(word)


def _spelt_as_in(other: Sequence[str], words: Sequence[str]) -> list[str]:
    """Return the words of a text, those that are slips of words of another text as that one has them."""
    slips = _partners(set(words) - set(other), set(other), is_slip)
    return [slips.get(word, word) for word in words]


def _partners(words: Iterable[str], others: Iterable[str], is_partner: Callable[[str, str], bool]) -> dict[str, str]:
    """Return which of other words each of these words is, where it is one."""
    found = {word: next((other for other in sorted(others) if is_partner(word, other)), "") for word in sorted(words)}
    return {word: other for word, other in found.items() if other}


def _turns_a_reason(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether what was so because of something is so in spite of it now, or the other way round."""
    lost, gained = set(one) - set(other), set(other) - set(one)
    return bool((lost & _CAUSE and gained & _CONTRAST) or (lost & _CONTRAST and gained & _CAUSE))


def _moved_as_a_whole(before: Sequence[str], after: Sequence[str]) -> bool:
    differ = [at for at, (a, b) in enumerate(zip(before, after, strict=True)) if a != b]
    if not differ:
        return True
    start, end = differ[0], differ[-1] + 1
    was, now = list(before[start:end]), list(after[start:end])
    return any(was[at:] + was[:at] == now for at in range(1, len(was)))


def _denied(words: Sequence[str]) -> list[tuple[str, str]]:
    """Return each denial with the word that it denies."""
    return sorted((word, after) for word, after in zip(words, [*words[1:], ""], strict=False) if word in _DENIES)
