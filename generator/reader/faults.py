"""Plain words for the breaks that the parser reports and the look at the lines does not explain better."""

from typing import NamedTuple

from generator.diagnostics import Diagnostic
from generator.reader.events import Break
from generator.reader.limits import MAX_DEPTH, MAX_VALUES
from generator.reader.source import Source, span

_AS_TEXT = "If this is meant as text, put it below its key, after a |."


class _Fault(NamedTuple):
    """What we say where the parser's reason holds `words`; `at_opening` if the place to mend is where it began."""

    words: str
    rule: str
    message: str
    help: str = _AS_TEXT
    at_opening: bool = False


_UNCLOSED = "The quote that opens here is never closed."

_FAULTS = (
    _Fault(
        "too-deep",
        "too-deep",
        f"Here fields and lists stand more than {MAX_DEPTH} levels deep in each other.",
        "Check the brackets and the indentation; a brief needs six levels or fewer.",
    ),
    _Fault(
        "too-many-values",
        "too-many-values",
        f"The file holds more than {MAX_VALUES:,} values; a brief has a few hundred.",
        "Look for something that was pasted in by mistake, or split the file.",
    ),
    _Fault("bad-escape", "bad-escape", "A code before this place stands for no character."),
    _Fault(
        "unknown escape",
        "bad-escape",
        "Between double quotes a backslash starts a code, and there is no such code.",
        "For the backslash itself, write two of them. Or put the text below its key, after a |, without the quotes.",
    ),
    _Fault("hexdec", "bad-escape", "This code stands for no character."),
    _Fault("escape", "bad-escape", "This code stands for no character."),
    _Fault("end of stream", "unclosed-quote", _UNCLOSED, at_opening=True),
    _Fault("document indicator", "unclosed-quote", _UNCLOSED, at_opening=True),
    _Fault("expected ':'", "missing-colon", "Before this place a key with its colon was expected."),
    _Fault("document start", "yaml-syntax", "What the file holds was complete before this place; nothing can follow."),
    _Fault("mapping values", "colon-in-text", "A colon followed by a space ends a key, but no key is possible here."),
    _Fault("tag", "tag", "A word with ! at the start of a value names a type for YAML; briefs do not use that."),
    _Fault("',' or ']'", "brackets", "In this list in brackets a comma or the closing ] was expected before here."),
    _Fault("',' or '}'", "brackets", "In this form in braces a comma or the closing } was expected before here."),
)
"""The first whose words the parser's reason holds counts."""


def explain(source: Source, broken: Break) -> Diagnostic:
    """Return the finding for a break, at the place where the editor can do something about it."""
    line, column = broken.at
    for fault in _FAULTS:
        if fault.words in broken.reason:
            at = broken.opened if fault.at_opening and broken.opened else (line, column)
            return source.fault(fault.rule, span(*at), fault.message, fault.help)
    character = source.lines[line][column : column + 1]
    message = f"The character `{character}` does not fit here." if character else "The file breaks off here."
    help = f"Check the indentation of this line and the one above, and brackets and quotes. {_AS_TEXT}"
    return source.fault("yaml-syntax", span(line, column), message, help)
