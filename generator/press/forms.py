"""The forms of lists and tables in Markdown, as far as the compositor knows them."""

import re

from generator.press.inline import Unknown

ITEM = re.compile(r"(?:- +|\d+\. +)(?! )")
RULE = re.compile(r"\|?(?: *-+ *\|)+(?: *-+ *)?")


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
