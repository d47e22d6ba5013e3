"""Two states of the small edition, one with some words of its files changed."""

from collections.abc import Mapping

from generator.build import read_entry
from generator.history import Comparison, Side, compare
from tests.build.small import FILES

Texts = Mapping[str, str | None]

FIRST = "briefs/2021/first-shots.yml"
APPEAL = "briefs/2021/the-appeal.yml"


def side(files: Texts) -> Side:
    """Return a state of a site; files without a text are not there."""
    entries: dict[str, bytes | None] = {
        name: text.encode() for name, text in files.items() if text is not None and name.startswith("briefs/")
    }
    return Side.of(entries, "briefs", lambda file, data: read_entry(file, data, "briefs"))


def edited(file: str, *changes: tuple[str, str], add: str = "", files: Texts = FILES) -> dict[str, str | None]:
    """Return the small edition with words of a file replaced, each once, and lines added at its end."""
    text = files[file]
    assert text is not None
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return {**files, file: text + add}


def compared(after: Texts, before: Texts = FILES) -> Comparison:
    """Compare two states."""
    return compare(side(before), side(after))
