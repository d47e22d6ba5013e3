"""Findings in a brief that has one slip of each kind."""

from typing import Final

from generator.diagnostics import Diagnostic, Place, Related, Severity, Span

FILE: Final = "briefs/2021/armenia-appeals.yml"
PROSE: Final = (
    "  Azerbaijani forces attacked, and lives and ground were lost, Armenia's Security Council said. "
    "[@mt, says security-council] Help could come as talks or as arms, its head said, naming the treaty of 1997. "
    "[@mt, say armen-grigoryan, via news-am] Moscow had not answered by the evening."
)
SOURCE: Final = f"""title: Armenia asks Russia for military help
date: 2021-02-30

as_of: 2021-11-16
bottom_line: |
  Armenia asked Russia for help.

what_happened: |
{PROSE}
  Talks followed.
  They ended.

quotes:
\tappeal:
    by: 亚美尼亚 e\u0301 👩\u200d👩\u200d👧 armen
sources:
  mt:
    publisher: moscow-times
  mt:
    publisher: azatutyun
"""
LINES: Final = SOURCE.split("\n")
SOURCES: Final = {FILE: SOURCE}


def at(words: str, line: int) -> Place:
    """Return the place of `words` in a line of the example."""
    column = LINES[line - 1].index(words) + 1
    return Place(FILE, Span(line, column, line, column + len(words)))


DATE: Final = Diagnostic(
    "impossible-date",
    Severity.ERROR,
    "30 February 2021 is not a day: February 2021 has 28 days.",
    at("2021-02-30", 2),
    help="Write the day as year-month-day. If only the month is known, write the month alone, such as 2021-02.",
    corrected=("date: 2021-02-28",),
    path=("date",),
)
CITATION: Final = Diagnostic(
    "broken-citation",
    Severity.ERROR,
    "The citation “[@mt, say armen-grigoryan, via news-am]” has a part that begins with “say”, not “says” or “via”.",
    at("[@mt, say armen-grigoryan, via news-am]", 9),
    help="Write “says” before the one who speaks.",
    corrected=(PROSE.replace("say armen", "says armen"),),
    path=("what_happened",),
)
BLOCK: Final = Diagnostic(
    "no-citation",
    Severity.WARNING,
    "The last paragraph has no citation.",
    Place(FILE, Span(8, 16, 13, 1)),
    path=("what_happened",),
)
TAB: Final = Diagnostic("tab", Severity.ERROR, "The line begins with a tab.", Place(FILE, Span(14, 1, 14, 2)))
WIDE: Final = Diagnostic("unknown-actor", Severity.ERROR, "There is no actor “armen”.", at("armen", 15))
TWICE: Final = Diagnostic(
    "duplicate-key",
    Severity.ERROR,
    "“mt” stands here a second time.",
    at("mt", 19),
    help="Give one of them another name.\nOr delete one.",
    related=(Related(at("mt", 17), "Here it stands first."),),
    path=("sources", "mt"),
)
END: Final = Diagnostic("cut-short", Severity.WARNING, "The file ends too early.", Place(FILE, Span(21, 1, 21, 1)))
WHOLE: Final = Diagnostic("not-text", Severity.ERROR, "This file is not text.", Place("briefs/2021/photo.yml"))

ALL: Final = (WHOLE, END, TWICE, WIDE, TAB, BLOCK, CITATION, DATE)
