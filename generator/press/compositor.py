"""The compositor: sets the Markdown that our pages write, ten times as fast as Python-Markdown and with the same result.

It knows the few forms that the templates of `generator.pages` and `generator.text` use, and no more: where it meets any other,
it says so, and Python-Markdown sets the page. A test holds both against each other on every page there is.
"""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from markdown.extensions.toc import nest_toc_tokens

from generator.press.forms import BLOCKS, HOLD_LINES, ITEM, LINES, RULE, cells, detabbed, end_of_block, has_markup, items_of
from generator.press.headings import Head, set_heading
from generator.press.inline import NEVER, Resolve, Unknown, inline
from generator.press.tags import NONE, Attributes, of_list, of_tag

_OPEN = re.compile(rf"<({LINES}|{BLOCKS})((?: [^<>]*)?)>")
_CLOSE = re.compile(rf"</({LINES}|{BLOCKS})>")
_HALF_ENTITY = re.compile(r"&#(?![0-9]+;)")
_ANY_TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9:-]*(?: [a-zA-Z][a-zA-Z0-9:-]*(?:=\"[^\"<>]*\")?)* ?/?>")
_BLANK = re.compile(r"\n +(?=\n)")
_LIST_END = re.compile(r"\n[ ]*\{:?[ ]*([^}\n ][^\n]*)\}[ ]*\Z")
_HEADING = re.compile(r"(#{1,6})[ ]+(?!#)([^\n]*?[^#\s])(?:[ ]+\{:?[ ]*([^}\n ][^\n{}]*)\}[ ]*)?\Z")
_QUOTED = re.compile(r"\n*>")


class Composed(NamedTuple):
    """What was set."""

    content: str
    toc_tokens: Sequence[Any]


def compose(markdown: str, resolve: Resolve, permalink_title: str) -> Composed | None:
    """Set a page; return nothing where it is not one that this can set."""
    if any(sign in markdown for sign in NEVER) or _HALF_ENTITY.search(markdown):
        return None
    text = _BLANK.sub("\n", f"{markdown}\n\n")
    setter = _Setter(text, resolve, permalink_title)
    try:
        end = setter.blocks(0, "")
    except Unknown:
        return None
    return Composed("".join(setter.finished()).strip(), nest_toc_tokens(setter.tokens)) if end == len(text) else None


class _Setter:
    """Sets one page. `out` is what was set so far."""

    def __init__(self, text: str, resolve: Resolve, permalink_title: str) -> None:
        self.text, self.resolve, self.permalink_title = text, resolve, permalink_title
        self.out: list[str | Head] = []
        self.ids: set[str] = set()
        self.tokens: list[Any] = []

    def blocks(self, at: int, inside: str) -> int:
        """Set blocks from a place in the text up to the end tag of what they stand in; return the place behind them."""
        text, size = self.text, len(self.text)
        while True:
            while at < size and text[at] == "\n":
                at += 1
            if at == size:
                if inside:
                    raise Unknown
                return at
            if text[at] == "<":
                if opened := _OPEN.match(text, at):
                    at = self.tag(opened, inside)
                    continue
                if closed := _CLOSE.match(text, at):
                    if closed[1] != inside:
                        raise Unknown
                    return at
            end, after = end_of_block(text, at)
            block, at = text[at:end], after
            if ITEM.match(block):
                at = self.listing(block, at)
            elif block[0] == ">":
                at = self.quotation(block, at)
            else:
                self.block(block)

    def tag(self, opened: re.Match[str], inside: str) -> int:
        """Set a tag of ours with what stands in it."""
        name, attributes = opened[1], of_tag(opened[2])
        if attributes.markdown is None:
            if inside:
                raise Unknown
            return self.as_it_is(opened)
        at = opened.end()
        self.id(attributes)
        if name in HOLD_LINES:
            end = self.text.find(f"</{name}>", at)
            line = self.text[at:end]
            if end < 0 or "\n" in line:
                raise Unknown
            self.out.append(f"<{name}{attributes.html}>{inline(line, self.resolve)}</{name}>\n")
        elif attributes.markdown != "1" or (self.text[at] != "\n" and not _OPEN.match(self.text, at)):
            raise Unknown
        else:
            self.out.append(f"<{name}{attributes.html}>\n")
            before = len(self.out)
            end = self.blocks(at, name)
            if len(self.out) == before:
                self.out[-1] = f"<{name}{attributes.html}>"
            self.out.append(f"</{name}>\n")
        at = end + len(name) + 3
        if self.text[at] != "\n" and not (inside and (_OPEN.match(self.text, at) or _CLOSE.match(self.text, at))):
            raise Unknown
        return at

    def as_it_is(self, opened: re.Match[str]) -> int:
        """Set a tag in which no Markdown is read: what it holds stays."""
        name, depth = opened[1], 0
        for found in re.compile(rf"<(/?){name}\b[^<>]*>").finditer(self.text, opened.start()):
            depth += -1 if found[1] else 1
            if depth == 0:
                raw = self.text[opened.start() : found.end()]
                if not self.text.startswith("\n\n", found.end()) or "<" in _ANY_TAG.sub("", raw):
                    raise Unknown
                self.out.append(f"{raw}\n\n")
                return found.end()
        raise Unknown

    def block(self, block: str) -> None:
        """Set a heading, a table or a paragraph."""
        if block[0] == "#":
            self.heading(block)
        elif block[0] == "|":
            self.table(block.split("\n"))
        else:
            text, attributes = self.listed(block)
            if has_markup(text) or not text.strip() or text[0].isspace():
                raise Unknown
            self.out.append(f"<p{attributes.html}>{inline(text, self.resolve)}</p>\n")

    def listed(self, text: str) -> tuple[str, Attributes]:
        """Take the attribute list from the end of a text."""
        if not text.endswith("}") or not (found := _LIST_END.search(text)):
            return text, NONE
        attributes = of_list(found[1])
        self.id(attributes)
        text = text[: found.start()]
        if text.endswith("  "):  # a line break
            raise Unknown
        return text, attributes

    def id(self, attributes: Attributes) -> None:
        if attributes.id is not None:
            self.ids.add(attributes.id)

    def heading(self, block: str) -> None:
        found = _HEADING.fullmatch(block)
        if not found:
            raise Unknown
        attributes = of_list(found[3]) if found[3] else NONE
        self.id(attributes)
        self.out.append(Head(len(found[1]), inline(found[2].strip(), self.resolve), attributes))

    def table(self, lines: list[str]) -> None:
        if len(lines) < 3 or not RULE.fullmatch(lines[1]):
            raise Unknown
        rows = [cells(line) for line in lines]
        if len({len(row) for row in rows}) != 1:
            raise Unknown
        self.out.append("<table>\n<thead>\n")
        self.row(rows[0], "th")
        self.out.append("</thead>\n<tbody>\n")
        for row in rows[2:]:
            self.row(row, "td")
        self.out.append("</tbody>\n</table>\n")

    def row(self, cells: list[str], tag: str) -> None:
        set_cells = "".join(f"<{tag}>{inline(cell, self.resolve)}</{tag}>\n" for cell in cells)
        self.out.append(f"<tr>\n{set_cells}</tr>\n")

    def listing(self, block: str, at: int) -> int:
        """Set a list: its first block, and those that go on with it."""
        numbered = block[0] != "-"
        if numbered and not block.startswith("1."):
            raise Unknown
        items = items_of(block, numbered)
        while True:
            after = at
            while self.text.startswith("\n", after):
                after += 1
            end, behind = end_of_block(self.text, after)
            block = self.text[after:end]
            if block.startswith("    "):
                items[-1].append(detabbed(block))
            elif ITEM.match(block):
                more = items_of(block, numbered)
                items[-1] = items[-1] if len(items[-1]) > 1 else [*items[-1], ""]
                more[0] = [*more[0], ""]
                items += more
            else:
                break
            at = behind
        name = "ol" if numbered else "ul"
        self.out.append(f"<{name}>\n")
        for first, *others in items:
            self.item(first, others)
        self.out.append(f"</{name}>\n")
        return at

    def item(self, first: str, others: list[str]) -> None:
        text, attributes = self.listed(first)
        if has_markup(text):
            raise Unknown
        html = inline(text, self.resolve)
        if not others:
            self.out.append(f"<li{attributes.html}>{html}</li>\n")
            return
        self.out.append(f"<li>\n<p{attributes.html}>{html}</p>\n")
        for block in filter(None, others):
            if block[0] in "#|>" or ITEM.match(block):
                raise Unknown
            self.block(block)
        self.out.append("</li>\n")

    def quotation(self, block: str, at: int) -> int:
        """Set a quotation, and what stands in it."""
        if (
            _QUOTED.match(self.text, at)
            or re.search(r"\n> *\Z", block)
            or not re.fullmatch(r"(?:>(?: [^\n]*)?(?:\n|\Z))+", block)
        ):
            raise Unknown
        inner = _Setter(re.sub(r"^> ?", "", block, flags=re.MULTILINE) + "\n\n", self.resolve, self.permalink_title)
        if re.search(r"^(?:<|[#>|-]|\d+\.)", inner.text, re.MULTILINE):
            raise Unknown
        inner.ids, inner.out = self.ids, self.out
        self.out.append("<blockquote>\n")
        before = len(self.out)
        inner.blocks(0, "")
        if len(self.out) == before:
            raise Unknown
        self.out.append("</blockquote>\n")
        return at

    def finished(self) -> list[str]:
        """Return all that was set, now that every heading can have its id."""
        return [part if isinstance(part, str) else self.finished_heading(part) for part in self.out]

    def finished_heading(self, head: Head) -> str:
        """Set a heading, and remember it for the table of contents."""
        html, token = set_heading(head, self.ids, self.permalink_title)
        self.tokens.append(token)
        return html
