"""The findings about slips in prose, each with the editor's own lines as they would be right.

They are made in two places: where YAML accepts a slip silently (`silent_slips`) and where it stumbles (`slips`).
"""

import re

from generator.diagnostics import Diagnostic
from generator.reader.events import At
from generator.reader.source import LEAD, Lead, Source, indent_of, is_blank, lead_before, lead_of, span, starts_line

_NO_SPACE = re.compile(r"(?P<indent> *)(?P<name>-|(?!(?:mailto|doi|urn|tel|geo|isbn):)[A-Za-z_][\w-]*:)(?P<rest>[^\W\d].*|\d.*)")
_OTHER_BLANKS = "\u00a0\u2000-\u200a\u202f\u3000"
_OTHER_SPACE = re.compile(
    rf"(?P<indent> *)(?P<name>-|[A-Za-z_][\w-]*:)(?P<other>[{_OTHER_BLANKS}])[ \t{_OTHER_BLANKS}]*(?P<rest>\S.*)"
)
_BLANKS = re.compile(rf"[ \t]*[{_OTHER_BLANKS}][ \t{_OTHER_BLANKS}]*(?=\S)")
"""Blanks at the start of a line that look like spaces and are others, as they come along from web pages and word processors."""
_BELOW_BAR = "Write `|` there and the text below it, indented by two spaces: after a bar every character is safe."

_IN_QUOTES = "Put the text in double quotes, or write each field on a line of its own."
_COMMENT = "If it is meant as a comment, put two spaces before the # and one after it."

_TAKEN_FOR = {
    "[": "the start of a list",
    "{": "the start of a form on one line",
    "*": "a value to repeat from elsewhere",
    "&": "a name for use elsewhere",
    "!": "the name of a type",
    ">": "a sign to join the lines below",
    "@": "a sign of its own",
    "`": "a sign of its own",
    "%": "an order to the program that reads the file",
}


def markup_at_start(source: Source, line: int, column: int, end_line: int) -> Diagnostic:
    """A text starts with a character that means something to YAML."""
    character = source.lines[line][column]
    shown = "a backtick" if character == "`" else f"`{character}`"
    message = f"This text starts with {shown}, which YAML takes for {_TAKEN_FOR[character]}."
    lead, words = lead_at_value(source, line, column), " ".join(source.words(line, column, end_line))
    if lead and lead.key and (meant := _meant(lead.key, words)):
        return source.fault("markup-at-start", span(line, column), message, meant[0], (lead.text + meant[1],))
    return source.fault("markup-at-start", span(line, column), message, _BELOW_BAR, _as_block(source, line, column, end_line))


def _meant(key: str, words: str) -> tuple[str, str] | None:
    """Say how to write what is no text, but dressed up as in one: an id, an address, a bound; None where it is a text."""
    if found := re.fullmatch(r"\[?@([a-z0-9-]+(?:/[a-z0-9-]+)?)\]?", words):
        return (
            "An id stands by itself, without signs. If this is a text, it needs words, and stands below a |.",
            f"[{found[1]}]" if key.endswith("s") else found[1],
        )
    if found := re.fullmatch(r"\[[^\[\]]*\]\((https?://[^\s()]+)\)|<(https?://[^\s<>]+)>", words):
        return ("An address stands by itself, without words and brackets.", found[1] or found[2]) if "url" in key else None
    if found := re.fullmatch(r">(=?) ?(\d[\d.,]*)", words):
        return "Write the bound in words.", f"{'at least' if found[1] else 'more than'} {found[2]}"
    return None


def lost_text(source: Source, line: int, column: int, hash_at: At, end_line: int | None = None) -> Diagnostic:
    """A text is cut off at ` #`, where YAML starts a comment. Without `end_line` it stands between brackets."""
    text = source.lines[hash_at[0]]
    lost = text[hash_at[1] :].strip()
    before = text[column : hash_at[1]].strip() if line == hash_at[0] else ""
    is_text = end_line is None or lost[1:2].isdigit() or not re.fullmatch(r"[\w./:+-]+", before)  # else a date, or a choice
    comment = (f"{text[: hash_at[1]].rstrip()}  # {lost.lstrip('# ')}",)
    shown = lost if len(lost) <= 40 else lost[:40].rstrip() + "…"
    return source.fault(
        "lost-text",
        span(*hash_at, hash_at[0], len(source.lines[hash_at[0]])),
        f"A # after a space starts a comment, so this would be lost: `{shown}`.",
        f"{_BELOW_BAR if end_line is not None else _IN_QUOTES} {_COMMENT}" if is_text else _COMMENT,
        () if end_line is None else _as_block(source, line, column, end_line) if is_text else comment,
    )


def colon_in_text(source: Source, line: int, column: int, colon: At, end_line: int) -> Diagnostic:
    """A text holds a colon with a space after it, which YAML takes for the end of a key."""
    message = "A colon followed by a space ends a key, but here it stands inside a text."
    return source.fault("colon-in-text", span(*colon), message, _BELOW_BAR, _as_block(source, line, column, end_line))


def missing_space(source: Source, line: int) -> Diagnostic | None:
    """A line has no space after its key's colon or after its list item's dash; None if that is not what it lacks."""
    match = _NO_SPACE.fullmatch(source.lines[line])
    if match is None:
        return None
    name, place = match["name"], span(line, match.end("name"))
    dash = name == "-"
    after = "the dash of a list item" if dash else f"the colon of `{name}`"
    help = "Put a space after the dash." if dash else "Put a space after the colon."
    corrected = (f"{match['indent']}{name} {match['rest']}",)
    return source.fault("missing-space", place, f"There is no space after {after}.", help, corrected)


def other_blank(source: Source, line: int) -> Diagnostic | None:
    """A line is indented with blanks that are no spaces, or has one behind its colon; None if neither."""
    text = source.lines[line]
    if after := _OTHER_SPACE.fullmatch(text):
        message = f"After `{after['name']}` stands {_called(after['other'])}, which looks like a space and is none."
        mended = f"{after['indent']}{after['name']} {after['rest']}"
        return source.fault("missing-space", span(line, after.end("name")), message, "Type a space in its place.", (mended,))
    found = _BLANKS.match(text)
    if found is None:
        return None
    other = next(blank for blank in found[0] if blank not in " \t")
    message = f"This line begins with {_called(other)}, which looks like a space and is none."
    mended = " " * len(found[0]) + text[found.end() :]
    return source.fault("tab-indent", span(line, found[0].index(other)), message, "Indent the line with spaces.", (mended,))


def _called(blank: str) -> str:
    return "a no-break space" if blank == "\u00a0" else f"the character U+{ord(blank):04X}"


def text_not_indented(source: Source, first: int, header: int | None, indent: int) -> tuple[Diagnostic, int]:
    """Text below a `|` stands as far left as the key. Return the finding, and the line after the text.

    `header` is the line of the `|` if none of its text is indented, `indent` where the text should start.
    """
    end = first + 1
    while end < len(source.lines) and (is_blank(source.lines[end]) or not _is_field(source.lines[end])):
        end += 1
    while not source.lines[end - 1].strip():
        end -= 1
    words = [line.strip() for line in source.lines[first:end]]
    corrected = [" " * indent + line if line else "" for line in words]
    if header is not None:
        corrected.insert(0, source.lines[header].rstrip())
    message = "This line belongs to the text above it, but is not indented like it."
    if header is not None:
        message = "The text below a | must be indented more than its key, and this line is not."
    place = span(first, indent_of(source.lines[first]))
    return source.fault("text-not-indented", place, message, "Indent the text with spaces.", corrected), end


def _is_field(line: str) -> bool:
    """Tell whether a line starts a field or list item, rather than being prose with a colon."""
    lead = lead_of(line)
    return lead is not None and " " not in lead.key


def is_prose(line: str) -> bool:
    """Tell whether a line that should be a field or list item is neither."""
    return not is_blank(line) and not line.startswith(("---", "...")) and not _is_field(line)


def lead_at_value(source: Source, line: int, column: int) -> Lead | None:
    """Return the key or dash that a value belongs to: on its own line, or alone on the last line above it."""
    if not starts_line(source.lines[line], column):
        return lead_before(source.lines[line], column)
    above = next((source.lines[n] for n in range(line - 1, -1, -1) if not is_blank(source.lines[n])), "")
    match = LEAD.fullmatch(above)
    lead = lead_of(above) if match else None
    return lead if lead and lead.column < column else None


def _as_block(source: Source, line: int, column: int, end_line: int) -> tuple[str, ...]:
    """Return a value, up to the end of `end_line`, as text below its key; nothing if it has no key of its own."""
    lead = lead_at_value(source, line, column)
    return lead.block(source.words(line, column, end_line)) if lead else ()
