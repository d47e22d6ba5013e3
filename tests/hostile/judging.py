"""How an output of hostile texts is held against the same output of harmless words: same structure, same text, no trace."""

import json
import re
from collections.abc import Mapping
from functools import cache
from html import unescape
from typing import Any, NamedTuple
from xml.etree import ElementTree

import html5lib

from generator.text.escape import shown
from tests.text.everything import folded

HOST = "(exampleorg)"
"""The host of every address in the filled edition, which stands beside a link whose words are another address."""
CLAIM = re.compile(r"#claim-[0-9a-f]{10}$|\bclaim-[0-9a-f]{10}")
TIMES = re.compile(r"(?<=00)\.\d{6}")
TOKEN = re.compile(r"[wW]ord\d{4}")
READ_ALOUD = ("title", "content", "alt", "aria-label")
LEADING = ("href", "src", "action")
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)((?:\s+[\w:-]+(?:=\"[^\"<>]*\")?)*)\s*(/?)>")
_ATTRIBUTE = re.compile(r"([\w:-]+)(?:=\"([^\"]*)\")?")
_LABEL = re.compile(r"<text\b[^<>]*class=\"map-[^<>]*>[^<>]*</text>|<circle\b[^<>]*class=\"map-dot\"[^<>]*>(?:</circle>)?")


class Page(NamedTuple):
    """What a page consists of: its elements with the names of their attributes, its words, and where its links lead."""

    shape: list[tuple[str, ...]]
    words: str
    links: list[str]


def seen(html: str) -> Page:
    """Return what a browser makes of a page.

    The names of other places on a map are left out, with their dots: whether there is room depends on their length (see
    `tests/graphics`).
    """
    shape: list[tuple[str, ...]] = []
    words: list[str] = []
    links: list[str] = []
    inside = ""
    for token in html5lib.getTreeWalker("etree")(html5lib.parse(html)):
        if token["type"] in ("StartTag", "EmptyTag"):
            attributes = {name: value for (_, name), value in token["data"].items()}
            inside = token["name"]
            if inside == "text" and attributes.get("class", "").startswith("map-"):
                inside = "label"
                continue
            if attributes.get("class", "") == "map-dot":
                continue
            _note(token["name"], attributes, shape, words, links)
        elif token["type"] == "Comment":
            shape.append(("!", token["data"]))
        elif "data" in token and isinstance(token["data"], str) and inside != "label":
            words += _words_of(token["data"], inside)
        elif token["type"] == "EndTag":
            inside = ""
    return Page(shape, " ".join(words), links)


def _words_of(data: str, inside: str) -> list[str]:
    is_data = inside == "script" and data.startswith("{")
    return [CLAIM.sub("", text) for text in strings(json.loads(data))] if is_data else [data]


def _note(name: str, attributes: Mapping[str, str], shape: list[tuple[str, ...]], words: list[str], links: list[str]) -> None:
    shape.append((name, attributes.get("class", ""), *sorted(attributes)))
    words += [attributes[each] for each in READ_ALOUD if each in attributes]
    links += [attributes[each].partition("#")[0] for each in LEADING if each in attributes]


def glanced(html: str) -> Page | None:
    """Return what a page that is well-formed consists of, without parsing it; none where a parser must look.

    Where every `<` begins a tag with quoted attributes, what stands between two tags is text for every parser of HTML. This
    takes a hundredth of the time.
    """
    html = _LABEL.sub("", html)
    shape: list[tuple[str, ...]] = []
    words: list[str] = []
    links: list[str] = []
    at = 0
    for tag in _TAG.finditer(html):
        between = html[at : tag.start()]
        if "<" in between:
            return None
        words.append(unescape(between))
        at = tag.end()
        if not tag[1]:
            if tag[2].lower() in ("script", "style", "plaintext", "noscript", "template"):
                return None
            found = {name: unescape(value or "") for name, value in _ATTRIBUTE.findall(tag[3])}
            _note(tag[2], found, shape, words, links)
        else:
            shape.append((f"/{tag[2]}",))
    if "<" in html[at:]:
        return None
    return Page(shape, " ".join([*words, unescape(html[at:])]), links)


@cache
def _plain(html: str) -> Page | None:
    return glanced(html)


def compared(words: str) -> str:
    """Leave out what a page may change: white space, a capital at the start of a sentence, its full stop, and the dots that show
    where a sentence was cut, in place of what parted it from the rest.
    """
    return re.sub(r"[,;:]+(?=[\s.…]|$)|[\s.…]+", "", folded(words)).casefold().replace(HOST, "")


def expected(words: str, typed: Mapping[str, str]) -> str:
    """Return words with what was typed in the places of their tokens."""
    return TOKEN.sub(lambda found: shown(" ".join(typed[found[0].lower()].split())), words)


def page_differs(html: str, plain: str, typed: Mapping[str, str]) -> str:
    """Say how a page with hostile texts differs from the one with harmless words beyond these texts; empty if it does not."""
    ours, other = glanced(html), _plain(plain)
    if ours and other and not _differ(ours, other, typed):
        return ""
    return _differ(seen(html), seen(plain), typed)


def _differ(ours: Page, plain: Page, typed: Mapping[str, str]) -> str:
    if ours.shape != plain.shape:
        first = next((pair for pair in zip(ours.shape, plain.shape, strict=False) if pair[0] != pair[1]), "one is longer")
        return f"structure: {first}"
    if ours.links != plain.links:
        return f"links: {[pair for pair in zip(ours.links, plain.links, strict=True) if pair[0] != pair[1]][:1]}"
    said, wanted = compared(ours.words), compared(expected(plain.words, typed))
    if said == wanted:
        return ""
    at = next((n for n, (one, two) in enumerate(zip(said, wanted, strict=False)) if one != two), min(len(said), len(wanted)))
    return f"text: {said[max(0, at - 30) : at + 60]!r}, where {wanted[max(0, at - 30) : at + 60]!r} was typed"


def strings(data: Any) -> list[str]:
    """Return every text in some JSON, names of fields aside."""
    if isinstance(data, dict):
        return [text for value in data.values() for text in strings(value)]
    if isinstance(data, list):
        return [text for value in data for text in strings(value)]
    return [data] if isinstance(data, str) else []


def shape_of(data: Any) -> Any:
    """Return the names and types in some JSON, and nothing of its texts."""
    if isinstance(data, dict):
        return {name: shape_of(value) for name, value in data.items()}
    if isinstance(data, list):
        return [shape_of(value) for value in data]
    return type(data).__name__


def _loosely(words: str) -> str:
    """Leave out what an output may change: white space, a full stop, a capital, the name of a claim."""
    return re.sub(r"[\s.]+", "", CLAIM.sub("", TIMES.sub("", shown(words)))).casefold().replace(HOST, "")


def text_differs(said: str, plain: str, typed: Mapping[str, str]) -> str:
    """Say how a text that is plain or HTML differs from what was typed; empty if it does not."""
    if said == plain and not TOKEN.search(plain):
        return ""
    if plain.startswith("<"):
        ours, other = _fragment(said), _fragment(plain)
        return _differ(ours, other, typed)
    wanted = _loosely(TOKEN.sub(lambda found: typed[found[0].lower()], plain))
    return "" if _loosely(said) == wanted else f"text: {said[:90]!r}, where {wanted[:90]!r} was typed"


def _fragment(html: str) -> Page:
    return glanced(html) or seen(html)


def json_differs(said: Any, plain: Any, typed: Mapping[str, str]) -> str:
    """Say how a JSON document differs from the one with harmless words beyond its texts; empty if it does not."""
    if shape_of(said) != shape_of(plain):
        return "structure"
    pairs = zip(strings(said), strings(plain), strict=True)
    return next((told for one, other in pairs if (told := text_differs(one, other, typed))), "")


def xml_differs(said: bytes, plain: bytes, typed: Mapping[str, str]) -> str:
    """Say how an XML document differs from the one with harmless words beyond its texts; empty if it does not."""
    ours, others = (list(ElementTree.fromstring(each).iter()) for each in (said, plain))
    if [element.tag for element in ours] != [element.tag for element in others]:
        return "structure"
    for one, other in zip(ours, others, strict=True):
        if {key: TIMES.sub("", value) for key, value in one.attrib.items()} != other.attrib:
            return f"attributes of {one.tag}"
        if told := text_differs(one.text or "", other.text or "", typed):
            return f"{one.tag}: {told}"
    return ""
