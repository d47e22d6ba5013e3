"""Key figures: what was counted, by whom, as of when."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.edition import Document, Key
from generator.edition.counts import Comparison, Count
from generator.edition.retractions import fallen
from generator.model.forms import Measure
from generator.model.parts import Figure
from generator.pages.sheet import Sheet
from generator.words import Words


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One count of a measure."""

    value: str
    by: Markup | str
    as_of: str
    cite: Markup
    note: str
    anchor: Markup
    """The attribute that gives the count its place on the page."""
    revised: str
    """What the same counter says now, here or on another page, where that is something else."""
    told_in: Markup
    """The page that tells it, if that is another one."""


@dataclass(frozen=True, slots=True)
class FigureTable:
    """All counts of one measure: those of the page in its own order, then those that other pages add."""

    title: str
    unit: str
    rows: tuple[FigureRow, ...]
    differ: str
    """From which number to which, where the accounts differ."""
    more: str
    """That others counted this too, where not all of them are told here."""


def figures(sheet: Sheet, document: Document, found: Sequence[Figure]) -> tuple[FigureTable, ...]:
    """Group the figures of a file by what they count, in its order; what other pages count of the same stands below them."""
    order = list(dict.fromkeys(str(figure.measure) for figure in found))
    return tuple(_table(sheet, document, found, measure) for measure in order)


def _table(sheet: Sheet, document: Document, found: Sequence[Figure], measure: str) -> FigureTable:
    entry, compared = sheet.edition.get(Key("measure", measure), Measure), sheet.edition.comparisons.get(measure)
    title, unit = (entry.title, entry.unit) if entry else (measure, "")
    own = [_row(sheet, document, figure, at) for at, figure in _by_counter(found) if figure.measure == measure]
    told, more = compared.told_elsewhere(_counted_in(sheet, document)) if compared else ((), False)
    others = [_elsewhere(sheet, count) for count in told]
    unit = "" if unit.casefold() in title.casefold() else unit
    said = _more(sheet.words, compared) if compared and more else ""
    return FigureTable(title, unit, (*own, *others), differ(sheet, compared), said)


def _more(words: Words, compared: Comparison) -> str:
    """Say how many have counted, where there is no room for all of them."""
    return words._("%(count)s have counted this; here are those nearest in time", count=words.number(len(compared.histories)))


def _by_counter(found: Sequence[Figure]) -> list[tuple[int, Figure]]:
    """Put what one counter said over time together, where the counter stands first; one that is not stated stands for itself."""
    first: dict[str, int] = {}
    for at, figure in enumerate(found):
        if figure.by not in figure.by.instead:
            first.setdefault(f"{figure.measure} {figure.by}", at)
    return sorted(enumerate(found), key=lambda pair: first.get(f"{pair[1].measure} {pair[1].by}", pair[0]))


def differ(sheet: Sheet, compared: Comparison | None) -> str:
    """Say from which number to which the accounts of a measure differ, with the best estimates; empty where they agree."""
    if compared is None or not compared.differs:
        return ""
    words = sheet.words
    low, high, best = words.number(compared.low), words.number(compared.high), [words.amount(best) for best in compared.best]
    if compared.revised:  # rows with other numbers stand below, which nobody holds to any more
        said = words._("the latest counts differ, from %(low)s to %(high)s", low=low, high=high)
    else:
        said = words._("accounts differ, from %(low)s to %(high)s", low=low, high=high)
    return words._("%(range)s, best estimate %(best)s", range=said, best=words.listed(best)) if best else said


def counted_by(sheet: Sheet, figure: Figure) -> Markup | str:
    """Name who counted."""
    return sheet.words._("not stated") if figure.by in figure.by.instead else sheet.link(sheet.speaker(figure.by))


def _row(sheet: Sheet, document: Document, figure: Figure, at: int) -> FigureRow:
    words, stated = sheet.words, figure.by not in figure.by.instead
    claim = sheet.claim_at(document, ("figures", at))
    by = counted_by(sheet, figure)
    anchor = Markup(sheet.marking.anchor(claim))
    cite = sheet.cite(document, figure.cite, figure.by if stated else "", figure.via or "", claim)
    as_of = words.when(figure.as_of) if figure.as_of else ""
    revised = revised_to(sheet, str(figure.measure), _counted_in(sheet, document), at)
    return FigureRow(words.figure(figure), by, as_of, cite, figure.note or "", anchor, revised, Markup(""))


def _elsewhere(sheet: Sheet, count: Count) -> FigureRow:
    figure, none = count.figure, Markup("")
    as_of = sheet.words.when(figure.as_of) if figure.as_of else ""
    by, told_in = counted_by(sheet, figure), sheet.link(count.owner)
    cite = fallen_count(sheet, count.owner, count.number)
    revised = revised_to(sheet, count.measure, count.owner, count.number)
    return FigureRow(sheet.words.figure(figure), by, as_of, cite, figure.note or "", none, revised, told_in)


def revised_to(sheet: Sheet, measure: str, page: Key, number: int) -> str:
    """Say what the counter of a figure says now, where that is something else; else nothing."""
    compared = sheet.edition.comparisons.get(measure)
    now = compared.revision(page, number) if compared else None
    return sheet.words.figure(now.figure) if now else ""


def fallen_count(sheet: Sheet, page: Key, number: int) -> Markup:
    """Say behind a count that another page tells that it rests on a retracted source; nothing where it does not."""
    if not sheet.edition.ask(fallen):
        return Markup("")
    return sheet.fallen(sheet.claim_at(sheet.edition.documents[page], ("figures", number)))


def _counted_in(sheet: Sheet, document: Document) -> Key:
    """Return the page whose figures are compared with those of others: of a translation, its original."""
    return sheet.edition.versions.originals.get(document.key, document.key)
