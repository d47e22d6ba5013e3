"""Lines that lack the sign by which YAML would know them, such as a field's name without its colon, or have one too many."""

import re

from generator.diagnostics import Diagnostic
from generator.reader import findings
from generator.reader.source import LEAD, Source, indent_of, is_blank, lead_of, span
from generator.reader.values import end_of_value

_NAME = re.compile(r" *(?P<name>[a-z]+(?:_[a-z]+)*)(?P<bar>[ \t]+[|>][-+]?)?[ \t]*")
_ITEM = re.compile(r" *(?P<words>[\w“\"'][^:#]*)")


def lone_name(source: Source, line: int) -> tuple[Diagnostic, int] | None:
    """A line holds the name of a field, and its colon is missing. Return the finding, and the line after what stands below it.

    A word alone is taken for one where it has a bar behind it, has a `_`, or something below it that is indented more.
    """
    text = source.lines[line]
    found = _NAME.fullmatch(text)
    if found is None:
        return None
    column = indent_of(text)
    end = end_of_value(source, line, column)
    if not (found["bar"] or "_" in found["name"] or end > line + 1):
        return None
    below = next((below for below in source.lines[line + 1 : end] if not is_blank(below)), "")
    bar = " |" if found["bar"] or (below and findings.is_prose(below)) else ""
    message = f"There is no colon after `{found['name']}`, so this line is no field."
    corrected = (f"{text[:column]}{found['name']}:{bar}",)
    return source.fault("missing-colon", span(line, found.end("name")), message, "Put a colon after its name.", corrected), end


def items(source: Source, line: int) -> Diagnostic | None:
    """Lines below a field without a value stand as far left as it does, and may be meant as the items of a list."""
    column = indent_of(source.lines[line])
    above = next((source.lines[n] for n in range(line - 1, -1, -1) if not is_blank(source.lines[n])), "")
    lead = lead_of(above)
    if lead is None or not lead.key or lead.column != column or not LEAD.fullmatch(above):
        return None
    found: list[str] = []
    for text in source.lines[line:]:
        item = _ITEM.fullmatch(text)
        if item is None or indent_of(text) != column or lead_of(text):
            break
        found.append(f"{' ' * (column + 2)}- {item['words'].strip()}")
    if not found:
        return None
    message = f"This line is no field. If it is an item of `{lead.key}`, it begins with a hyphen and a space."
    return source.fault("list-sign", span(line, column), message, "Write a hyphen before each item.", found)


def without_dash(line: str) -> tuple[str, ...]:
    """Return a line that begins with a dash as a field; nothing where there is none in it."""
    lead = LEAD.match(line)
    return (f"{line[: indent_of(line)]}{line[lead.end('dashes') :].lstrip()}",) if lead and lead["dashes"] and lead["key"] else ()
