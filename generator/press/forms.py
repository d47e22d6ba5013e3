"""The forms of blocks in Markdown, as far as the compositor knows them: where a block ends, lists, and tables."""

import re

from generator.press.inline import Unknown

LINES = "li|summary|td|th|p|dt|dd"
"""Tags that hold a line of text."""
BLOCKS = "article|aside|details|div|dl|figcaption|figure|footer|form|header|main|nav|ol|section|table|tbody|thead|tfoot|tr|ul"
"""Tags that hold blocks."""
HOLD_LINES = frozenset(LINES.split("|"))
ITEM = re.compile(r"(?:- +|\d+\. +)(?! )")
RULE = re.compile(r"\|?(?: *-+ *\|)+(?: *-+ *)?")
_TAG = re.compile(rf"</?(?:{LINES}|{BLOCKS})[ >]")
_MARKUP = re.compile(r"^(?:[#>!~=:|+ -]|\d+\.\s|\*\s)", re.MULTILINE)


def end_of_block(text: str, at: int) -> tuple[int, int]:
    """Return where the block ends that begins at a place in a text, and where what follows begins: at a blank line or a tag."""
    end = text.find("\n", at)
    while end >= 0:
        if text.startswith("\n", end + 1):
            return end, end + 2
        if text.startswith("<", end + 1) and _TAG.match(text, end + 1):
            return end, end + 1
        end = text.find("\n", end + 1)
    return len(text), len(text)


def has_markup(text: str) -> bool:
    """Whether a line begins with what Markdown may read as more than words."""
    return bool(_MARKUP.search(text) if "\n" in text else _MARKUP.match(text))


def items_of(block: str, numbered: bool) -> list[list[str]]:
    """Return the items of a list, each as the list of its blocks."""
    items: list[list[str]] = []
    for line in block.split("\n"):
        if found := ITEM.match(line):
            if (line[0] != "-") != numbered:
                raise Unknown
            items.append([line[found.end() :]])
            if not items[-1][0].strip() or items[-1][0][0].isspace():
                raise Unknown
        elif items and line.startswith("  {:"):
            items[-1][-1] += f"\n{line}"
        else:
            raise Unknown
    return items


def detabbed(block: str) -> str:
    """Return a block that stands in an item, without its indentation."""
    lines = block.split("\n")
    if any(not line.startswith("    ") or line[4:5] == " " for line in lines):
        raise Unknown
    return "\n".join(line[4:] for line in lines)


def cells(line: str) -> list[str]:
    """Return the cells of a row of a table."""
    return [cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|")]
