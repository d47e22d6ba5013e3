"""Changes for people: each entry with what changed in it, what was said before after a `-` and what is said now after a `+`."""

from generator.history.change import Change, Comparison, EntryChanges
from generator.history.report.parts import TAKEN_DOWN, details, former, heading, summary
from generator.reporters.parts.characters import visible
from generator.reporters.parts.ink import Ink, Paint, painter
from generator.reporters.parts.wrap import wrap

_NARROWEST = 40
_BEFORE, _AFTER, _BESIDE = "    - ", "    + ", "    | "


def report(found: Comparison, since: str, until: str, *, colour: bool = False, width: int = 100) -> str:
    """Return the changes for a terminal of `width` cells, with their number at the end."""
    paint, room = painter(colour), max(_NARROWEST, width) - len(_BEFORE)
    blocks = ["\n".join(_entry(entry, paint, room)) for entry in found.entries]
    return "\n\n".join([*blocks, paint(Ink.STRONG, visible(summary(found, since, until)))]) + "\n"


def _entry(entry: EntryChanges, paint: Paint, room: int) -> list[str]:
    was = f" (was {former(entry)})" if entry.was else ""
    rows = [f"{paint(Ink.STRONG, visible(entry.file + was))}  {visible(entry.title)}".rstrip()]
    for change in entry.changes:
        rows += ["", f"  {paint(Ink.FRAME, heading(change))}", *_change(change, paint, room)]
    return rows


def _change(change: Change, paint: Paint, room: int) -> list[str]:
    alone = not change.before and not change.taken_down
    rows = _lines(_BEFORE, change.before, room, Ink.WARNING, paint)
    rows += _lines(_BEFORE, TAKEN_DOWN, room, Ink.WARNING, paint) if change.taken_down else []
    rows += _lines(_BESIDE if alone else _AFTER, change.after, room, Ink.CORRECTED, paint)
    return rows + [f"{_BESIDE}{line}" for told in details(change) for line in wrap(told, room)]


def _lines(sign: str, words: str, room: int, ink: Ink, paint: Paint) -> list[str]:
    return [f"{paint(ink, sign)}{line}".rstrip() for line in wrap(words, room)] if words else []
