"""The timeline: dated developments above, the events of backgrounds below them, over one axis of time.

What is known to the day is a point. What lasted is a bar. What is only known to the month or the year, is uncertain or has an
open end is dashed, as long as the time that it may mean. The development that a page tells of is a diamond. Events too near
to each other are one mark with their number. Places are percentages and sizes are pixels, so that words keep their size on
every screen: what fits on the narrowest fits on all, and wide ones show more dates.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date as Date

from markupsafe import Markup

from generator.graphics.marks import NARROW, RADIUS, SIZE, WIDE, Axis, Dated, Mark, anchor_of, axis_of, marks, span_of
from generator.graphics.svg import escape, number, picture
from generator.graphics.ticks import ticks
from generator.words import Words

_LANE, _GAP = 20, 8
"""The height of a lane, and the space between two dates, in pixels."""
_INK, _SOFT, _ACCENT, _PAPER = "#1c1c1c", "#5b6168", "#b3261e", "#ffffff"


@dataclass(frozen=True, slots=True)
class Timeline:
    """A timeline as SVG, and what its marks mean, as plain text."""

    svg: Markup
    legend: str


def timeline(rows: Iterable[Dated], words: Words) -> Timeline | None:
    """Draw rows. There is no timeline of a single day."""
    every = list(rows)
    axis = axis_of(every) if every else None
    if axis is None or axis.first == axis.last:
        return None
    height, parts, drawn = 0, [], []
    for name, wanted in ((words._("Developments"), True), (words._("Background"), False)):
        if group := marks((row for row in every if row.development is wanted), axis):
            height, found = _group(name, group, height, wanted)
            parts += found
            drawn += group
    parts = [*_axis(axis, height, words), f'<g font-family="sans-serif" font-size="{SIZE}">', *parts, "</g>"]
    title = words._("Timeline from %(first)s to %(last)s", first=_end(axis.first, axis, words), last=_end(axis.last, axis, words))
    size = f'width="100%" height="{height + 26}"'
    return Timeline(picture("timeline-chart", size, title, _description(every, words), parts), " ".join(_legend(drawn, words)))


def _end(day: Date, axis: Axis, words: Words) -> str:
    """Say where a timeline begins or ends: its day, or the year alone on one of several years."""
    return words.day(day) if axis.last.year - axis.first.year < 3 else str(day.year)


def _description(rows: list[Dated], words: Words) -> str:
    """Say what the picture shows; the list of the events stands below it on the page."""
    developments = sum(row.development for row in rows)
    number = words.ngettext("%(num)s development", "%(num)s developments", developments)
    events = words.ngettext("%(num)s event of its background", "%(num)s events of its background", len(rows) - developments)
    said = words.listed([*([number] if developments else []), *([events] if developments < len(rows) else [])])
    return words._("It shows %(events)s; the list below the picture tells the same.", events=said)


def _legend(drawn: list[Mark], words: Words) -> Iterator[str]:
    """Explain the marks that are there."""
    if any(mark.here for mark in drawn):
        yield words._("Diamond: this development.")
    if any(len(mark.rows) > 1 for mark in drawn):
        yield words._("Number: events close together.")
    if any(mark.bar and mark.core and len(mark.rows) == 1 for mark in drawn):
        yield words._("Bar: it lasted so long.")
    if any(mark.vague and len(mark.rows) == 1 for mark in drawn):
        yield words._("Dashed: when exactly is not known, or the end is open.")


def _axis(axis: Axis, y: int, words: Words) -> list[str]:
    """Draw the axis at the foot: a line, and for each tick a thin line up and its label."""
    parts = [f'<line class="timeline-axis" x1="0" x2="100%" y1="{y + 4}" y2="{y + 4}" stroke="{_SOFT}"/>']
    for day, said in ticks(axis, words.locale):
        x = axis.at(day)
        line = f'<line class="timeline-tick" x1="{number(x)}%" x2="{number(x)}%" y1="0" y2="{y + 8}" stroke="{_SOFT}" {_FAINT}/>'
        parts += [
            line,
            _text(
                said,
                x,
                y + 22,
                "timeline-year",
                _SOFT,
                f' text-anchor="{anchor_of(said, x)}" font-family="sans-serif" font-size="{SIZE}"',
            ),
        ]
    return parts


_FAINT = 'stroke-opacity="0.25"'


def _group(name: str, group: list[Mark], y: int, development: bool) -> tuple[int, list[str]]:
    """Draw a group below `y`: its name, dates where they fit, and its marks in their lanes. Return where it ends."""
    heading = f'<text class="timeline-group" x="0" y="{y + 14}" font-weight="bold" fill="{_INK}">{escape(name)}</text>'
    dates = _dates(group, y + 32)
    top = y + (40 if dates else 22)
    parts = [_drawn(mark, top + RADIUS + 2 + mark.lane * _LANE, development) for mark in group]
    return top + (max(mark.lane for mark in group) + 1) * _LANE + 4, [heading, *dates, *parts]


def _dates(group: list[Mark], y: int) -> list[str]:
    """Write the dates of marks in the first lane that are one event, as they fit: the page's own, the ends, then the others.

    Those that only fit on a wide screen are hidden until the style sheet knows that it is one.
    """
    single = [mark for mark in group if len(mark.rows) == 1 and not mark.lane]
    order = sorted(single, key=lambda mark: (not mark.here, mark is not single[0] and mark is not single[-1]))
    placed: list[Mark] = []
    parts = []
    for screen in (NARROW, WIDE):
        taken = [_span(mark, screen) for mark in placed]
        for mark in order:
            left, right = span = _span(mark, screen)
            free = all(right + _GAP <= other[0] or other[1] + _GAP <= left for other in taken)
            if free and mark not in placed and left >= 0 and right <= screen:
                placed.append(mark)
                taken.append(span)
                kind = f"timeline-date{' timeline-here' if mark.here else ''}{' timeline-wide' if screen == WIDE else ''}"
                more = f' text-anchor="{anchor_of(mark.rows[0].said, mark.middle)}"' + (
                    ' display="none"' if screen == WIDE else ""
                )
                parts.append(_text(mark.rows[0].said, mark.middle, y, kind, _ACCENT if mark.here else _SOFT, more))
    return parts


def _span(mark: Mark, screen: int) -> tuple[float, float]:
    return span_of(mark.rows[0].said, mark.middle, screen)


def _drawn(mark: Mark, y: int, development: bool) -> str:
    """Draw one mark: a bar if it is long, a disc with a number if it is several, else a point."""
    kind = f"timeline-{'development' if development else 'event'}{' timeline-here' if mark.here else ''}"
    colour = _ACCENT if mark.here else _INK if development else _SOFT
    bar = _bar(mark, y, colour) if mark.bar else ""
    if len(mark.rows) > 1:
        disc = f'<circle class="timeline-core" cx="{number(mark.middle)}%" cy="{y}" r="{RADIUS + 3}" fill="{colour}"/>'
        words = ' text-anchor="middle" font-weight="bold"'
        bar = disc + _text(str(len(mark.rows)), mark.middle, y + 4, "timeline-count", _PAPER, words)
    elif mark.here or not bar:
        bar += _point(mark, y, colour, development)
    return f'<g class="{kind}">{bar}</g>'


def _bar(mark: Mark, y: int, colour: str) -> str:
    """Draw a stretch of time: what is certain of it full, what is not as a dashed outline."""

    def bar(left: float, right: float) -> str:
        return f'x="{number(left)}%" width="{number(right - left)}%" y="{y - 5}" height="10" rx="5" fill="{colour}"'

    whole = f'<rect class="timeline-span" {bar(mark.left, mark.right)} fill-opacity="0.15" stroke="{colour}" {_DASHES}/>'
    core = f'<rect class="timeline-core" {bar(*mark.core)}/>' if mark.core else ""
    return (whole if mark.vague else "") + core


def _point(mark: Mark, y: int, colour: str, development: bool) -> str:
    """Draw a point in time: a diamond for the page's own development, a disc for others, a hollow square for an event."""
    shape = _DIAMOND if mark.here else _DISC if development else _SQUARE
    full = development and not mark.vague
    fill, stroke = (colour, _PAPER) if full else (_PAPER, colour)
    ink = f'class="timeline-{"solid" if full else "hollow"}" fill="{fill}" stroke="{stroke}" stroke-width="{1 if full else 2}"'
    dashes = f" {_DASHES}" if mark.vague else ""
    return f'<svg x="{number(mark.middle)}%" y="{y}" overflow="visible"><path d="{shape}" {ink}{dashes}/></svg>'


_DIAMOND, _DISC, _SQUARE = "M0-9 9 0 0 9-9 0z", "M-6 0a6 6 0 1 1 12 0a6 6 0 1 1-12 0z", "M-5-5h10v10h-10z"
_DASHES = 'stroke-dasharray="3 2"'


def _text(words: str, x: float, y: int, kind: str, fill: str, more: str = "") -> str:
    return f'<text class="{kind}" x="{number(x)}%" y="{y}" fill="{fill}"{more}>{escape(words)}</text>'
