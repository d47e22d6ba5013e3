"""Key figures: what was counted, by whom, as of when."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.edition import Document, Key
from generator.model.forms import Measure
from generator.model.parts import Figure
from generator.pages.marks import claim_at
from generator.pages.sheet import Sheet


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


@dataclass(frozen=True, slots=True)
class FigureTable:
    """All counts of one measure, the latest last."""

    title: str
    unit: str
    rows: tuple[FigureRow, ...]


def figures(sheet: Sheet, document: Document, found: Sequence[Figure]) -> tuple[FigureTable, ...]:
    """Group figures by what they count, in the order of the file."""
    order = list(dict.fromkeys(figure.measure for figure in found))
    tables = []
    for measure in order:
        entry = sheet.edition.get(Key("measure", measure), Measure)
        rows = tuple(_row(sheet, document, figure, at) for at, figure in enumerate(found) if figure.measure == measure)
        title, unit = (entry.title, entry.unit) if entry else (measure, "")
        tables.append(FigureTable(title, "" if unit.casefold() in title.casefold() else unit, rows))
    return tuple(tables)


def _row(sheet: Sheet, document: Document, figure: Figure, at: int) -> FigureRow:
    words, stated = sheet.words, figure.by not in figure.by.instead
    by: Markup | str = sheet.link(sheet.speaker(figure.by)) if stated else words._("not stated")
    claim = claim_at(sheet.edition, document, ("figures", at))
    anchor = Markup(sheet.marking.anchor(claim))
    cite = sheet.cite(document, figure.cite, figure.by if stated else "", figure.via or "", claim)
    return FigureRow(words.figure(figure), by, words.when(figure.as_of) if figure.as_of else "", cite, figure.note or "", anchor)
