"""Find what looks like markup and is none: broken citations, references and links, HTML, Markdown that we do not have.

Only the words of a parsed text are searched, for what the parser understood is right by definition. Each finding says
what stands there, what it should be, and where it can tell, the right form ready to copy.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.diagnostics import Severity
from generator.text.addresses import trick_in
from generator.text.repairs import ROLE, id_from, repaired
from generator.text.tree import ID, Block, Emphasis, Inline, Listing, Problem, QuoteHere, Words

_SLIP = re.compile(
    r"(?P<reference>\[\[[^\[\]]*+\]\]|\{\{[^{}\n]*+\}\})"
    r"|(?P<open_reference>\[\[\s*+[^\[\]\s]*+\]?)"
    r"|(?P<citation>\[\s*+@[^\[\]]*+\]|\(\s*+@[^()\[\]]*+\))"
    rf"|(?P<open_citation>\[\s*+@\s*+[^\[\]\s,;.]*+(?:\s*+[,;]\s*+(?:(?:says|via)\s++|@){ID})*+)"
    rf"|(?P<half_citation>[{{［]\s*+@{ID}[^{{}}\[\]［］\n]*+[}}］\]]|(?<![\w@/.])@{ID}(?:\s*+[,;]\s*+(?:(?:says|via)\s++|@){ID})*+\s*+\])"
    r"|(?P<image>!\[[^\[\]]*+\]\((?:[^()\s]|\([^()\s]*+\))*+\))"
    r"|(?P<link>\[[^\[\]]*+\](?:[ ](?=\((?:https?://|www\.)))?\((?=[^()\s:/.#]*+[:/.#])(?:[^()\s]|\([^()\s]*+\))*+\))"
    r"|(?P<bracket>\[[^\[\]]*+\])"
    r"|(?P<html></?[a-zA-Z][^<>]*+>|<!--)"
    r"|(?P<address>\b(?:https?://|www\.)\w[^\s<>\[\]*]*+)"
    r"|(?P<code>`[^`\n]++`|^[ \t]*+```)"
    r"|(?P<heading>^[ \t]*+\#{1,6}[ \t]++\S)"
    r"|(?P<quotation>^[ \t]*+>)"
    r"|(?P<rule>^[ \t]*+(?:---++|___++|\*\*\*++)[ \t]*+$)"
    r"|(?P<item>^[ \t]*+(?:[*+•][ \t]++|\d{1,2}\)[ \t]++)(?=\S))"
    r"|(?P<number>^[ \t]*+[2-9]\.[ \t]++(?=\S))"
    r"|(?P<hidden>[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e])"
    r"|(?P<stars>(?<![\w*])\*{1,2}(?=\w)|(?<=\w)\*\*(?!\*)|\*{3,})",
    re.MULTILINE,
)
_SIGN = re.compile("[\\[({［@!<>`#*+•\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e]")
_START = re.compile(r"^[ \t]*+[\d_-]", re.MULTILINE)
_QUOTE = re.compile(r"quote\s*:\s*(\S(?:.*\S)?)", re.IGNORECASE)
_SAID = re.compile(rf"\[\s*({ID})\s*,?\s+({ROLE.pattern})\b[^\[\]]*\]", re.IGNORECASE)

_FORM = "A citation looks like `[@source]`, or `[@source, says actor, via carrier]`."
_FOREIGN = {
    "html": ("HTML means nothing here: {0} would be shown.", "Take it out; *words* or **words** are stressed."),
    "code": ("Backticks (`) mean nothing here and would be shown.", "Take them out."),
    "heading": ("A line with # is no heading here; the # would be shown.", "Take it out: the page has its headings."),
    "quotation": ("A line with > is no quotation here; the > would be shown.", "Put the words under `quotes`."),
    "rule": ("A line of {0} is no divider here and would be shown.", "Take it out; a blank line parts paragraphs."),
    "image": ("A picture cannot stand in a text; {0} would be shown.", "Put it under `images`."),
    "number": ("A numbered list begins with 1, so this is a line of text.", "Begin a list with `1. `."),
}


def find_slips(source: str, blocks: Iterable[Block]) -> tuple[Problem, ...]:
    """Return the slips in the words of these blocks, in their order."""
    found: list[Problem] = []
    for block in blocks:
        if isinstance(block, Listing):
            found += _nested_items(source, block)
            for item in block.items:
                found += _in_inlines(source, item.children)
        elif not isinstance(block, QuoteHere):
            found += _in_inlines(source, block.children)
    return tuple(_tags_once(source, sorted(found, key=lambda problem: (problem.start, problem.end))))


def _tags_once(source: str, problems: list[Problem]) -> Iterator[Problem]:
    """Tell of HTML once in a text, at its first tag: what was pasted from a web page has hundreds."""
    tags = [problem for problem in problems if _is_tag(source, problem)]
    more = len(tags) - 1
    others = f", and so would {more} more {'tag' if more == 1 else 'tags'} in this text." if more > 0 else "."
    for problem in problems:
        if not _is_tag(source, problem):
            yield problem
        elif problem is tags[0]:
            yield replace(problem, message=problem.message.removesuffix(".") + others)


def _is_tag(source: str, problem: Problem) -> bool:
    return problem.rule == "markup-not-known" and source[problem.start] == "<"


def _in_inlines(source: str, inlines: tuple[Inline, ...]) -> Iterator[Problem]:
    for inline in inlines:
        if isinstance(inline, Emphasis):
            yield from _in_inlines(source, inline.children)
        elif isinstance(inline, Words):
            for found in _SLIP.finditer(source, inline.start, inline.end) if _has_sign(source, inline.start, inline.end) else ():
                if problem := _problem(found):
                    yield problem


def _has_sign(source: str, start: int, end: int) -> bool:
    """Tell whether words can hold a slip at all: most have none of the signs, and to look for these takes far less time."""
    return bool(
        _SIGN.search(source, start, end)
        or source.find("://", start, end) >= 0
        or source.find("www.", start, end) >= 0
        or _START.search(source, start, end)
    )


def _problem(found: re.Match[str]) -> Problem | None:
    kind = found.lastgroup or ""
    text = " ".join(found[0].split()) or found[0]
    start, end = found.span()
    if kind in _FOREIGN:
        message, help = _FOREIGN[kind]
        return Problem("markup-not-known", message.format(text), help, start, end, Severity.WARNING)
    if kind == "item":
        message = f"A line of a list begins with `- ` or `1. `; here it begins with `{text}`, which would be shown."
        return Problem("markup-not-known", message, "Write `- ` instead.", start, end, Severity.WARNING, "- ")
    if kind == "address":
        address = text.rstrip(".,;:!?)'\"")
        instead = "" if trick_in(_full(address)) else f"[name of the page]({_full(address)})"
        message = f"The address {address} stands in the text; it would be shown, but nobody could follow it."
        help = f"Write it as a link: `{instead}`." if instead else "Take it out, or copy it again: it leads nowhere."
        return Problem("bare-address", message, help, start, start + len(address), Severity.WARNING, instead)
    if kind == "hidden":
        message = f"An invisible character (U+{ord(text):04X}) stands here; the page would show \ufffd in its place."
        help = "Delete it: step over it with the arrow keys, or type the words on both sides of it anew."
        return Problem("hidden-character", message, help, start, end)
    if kind == "stars":
        message = f"`{text}` begins or ends stressed words, but its other half is missing; the stars would be shown."
        help = "Write *words* or **words**, in one paragraph, and end them before the next citation."
        return Problem("broken-emphasis", message, help, start, end, Severity.WARNING)
    if kind in ("reference", "open_reference"):
        return _reference(text, found)
    if kind == "link":
        return _link(text, start, end)
    return _citation(kind, text, found)


def _reference(text: str, found: re.Match[str]) -> Problem | None:
    start, end = found.span()
    target, _, label = text.strip("[]{} ").partition("|")
    if target.lstrip().startswith("@"):
        return _citation("citation", text, found)
    kind, colon, name = target.rpartition(":")
    name = name.strip()
    id = id_from(name)
    if not any(character.isalnum() for character in text):
        return None
    if kind.strip().lower() == "quote":
        return _quote(text, id, found)
    shown = label.strip(" |") or (name if name != id and text.endswith("]]") else "")
    kind = re.sub(r"[^a-z]", "", kind.lower())
    instead = f"[[{kind}{colon if kind else ''}{id}{'|' + shown if shown else ''}]]" if id and "|" not in shown else ""
    message = f"{text} is not a complete reference, and would be shown as these characters."
    help = f"Ids have small letters, digits and hyphens, inside two brackets on each side: `{instead or '[[id|words]]'}`."
    return Problem("broken-reference", message, help, start, end, instead=instead, sure=text.endswith("]"))


def _quote(text: str, id: str, found: re.Match[str]) -> Problem:
    """Report a quote that is not written as one, or that stands inside a paragraph."""
    source, (start, end) = found.string, found.span()
    instead = f"[[quote:{id}]]" if id else ""
    before, after = source[:start].rpartition("\n\n")[2], source[end:].partition("\n\n")[0]
    if (before + after).strip() or text == instead:
        message = f"The quote {text} stands inside running text, where it cannot be set."
        help = f"Put `{instead or '[[quote:id]]'}` into a paragraph of its own, with a blank line before and after."
    else:
        message = f"{text} sets no quote, and would be shown as these characters."
        help = f"Write `{instead or '[[quote:id]]'}`."
    return Problem("broken-reference", message, help, start, end, instead=instead)


def _full(address: str) -> str:
    """Return a typed address as it can stand in a link."""
    return ("" if "://" in address else "https://") + address.replace("(", "%28").replace(")", "%29")


def _link(text: str, start: int, end: int) -> Problem:
    shown, _, rest = text.partition("]")
    shown, address = shown.strip(" ["), rest.strip()[1:-1]
    told = trick_in(address if ":" in address else _full(address))
    if told and re.match(r"https?://|mailto:|www\.", address, re.IGNORECASE):
        message = f"{text} would not lead where it seems to: its address {told}."
        return Problem("broken-link", message, "Copy it again from the browser's address line.", start, end)
    if re.match(r"(?:www\.|https?://)\w", address, re.IGNORECASE):
        instead = f"[{shown or 'name of the page'}]({_full(address)})"
        message = f"{text} is not a complete link, and would be shown as these characters."
        help = f"A link has its words in [ ], then at once the full address in ( ): `{instead}`."
        return Problem("broken-link", message, help, start, end, instead=instead, sure=bool(shown))
    message = f"{text} does not lead to a web page: a link's address begins with https://, http:// or mailto:."
    help = "Write the full address of the page, or for an entry of this site, its id: `[[id|words]]`."
    return Problem("broken-link", message, help, start, end)


def _citation(kind: str, text: str, found: re.Match[str]) -> Problem | None:
    start, end = found.span()
    if kind == "open_citation":
        instead = repaired(text)
        message = f"The citation that begins with {text} has no closing bracket."
        help = f"Close it with ]: `{instead}`." if instead else _FORM
        ends = re.match(r"[.,;]?[ \t]*(?:\n|$)", found.string[end:])  # else the words after it may belong to it
        return Problem("broken-citation", message, help, start, end, instead=instead, sure=bool(ends))
    if kind == "bracket" and not _SAID.fullmatch(text):
        name = text.strip("[] ")
        if quote := _QUOTE.fullmatch(name):
            return _quote(text, id_from(quote[1]), found)
        if not re.fullmatch(ID, name):
            return None
        message = f"{text} is shown as it stands; a citation has an @ before the source."
        help = f"If it names a source, write `[@{name}]`. If the brackets belong to the sentence, leave it."
        return Problem("citation-without-at", message, help, start, end, Severity.WARNING, f"[@{name}]")
    instead = repaired(text)
    message = f"{text} is not a complete citation, and would be shown as these characters."
    return Problem("broken-citation", message, f"Write `{instead}`." if instead else _FORM, start, end, instead=instead)


def _nested_items(source: str, listing: Listing) -> Iterator[Problem]:
    """Report items that are indented deeper than the first: there is one level of lists."""
    indents = []
    for item in listing.items:
        line = source.rfind("\n", 0, item.start) + 1
        indents.append(len(source[line : item.start]) - len(source[line : item.start].lstrip()))
    for item, indent in zip(listing.items, indents, strict=True):
        if indent > indents[0]:
            message = "This line of a list is indented; a list inside a list is shown as part of the outer one."
            help = "Begin it where the other lines begin, or write a sentence."
            yield Problem("markup-not-known", message, help, item.start, item.end, Severity.WARNING)
