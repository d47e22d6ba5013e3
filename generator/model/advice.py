"""What to do where a value has another shape than its field takes: words for a list, words for a group, a group for words."""

import re
from typing import Any

from generator.model.likely import BULLET
from generator.model.parts import Form
from generator.model.references import BRIEF_ID, Ref
from generator.model.values import ID, Id
from generator.text import id_from

MEANT = {
    "headline": "title",
    "heading": "title",
    "summary": "bottom_line",
    "lead": "bottom_line",
    "lede": "bottom_line",
    "body": "what_happened",
    "story": "what_happened",
    "content": "what_happened",
    "when": "date",
    "day": "date",
    "byline": "authors",
    "tags": "topics",
    "keywords": "topics",
    "what": "text",
    "link": "url",
    "href": "url",
    "who": "by",
    "speaker": "by",
}
"""What other newsrooms and programs call a field, and what it is called here."""
_SIMPLE = re.compile(r"[\w .,/&'’-]{1,60}")


def for_a_list(name: object, found: object, item: Any, *, lines: bool) -> str:
    """Say how to write a list of what `item` is. `lines`: the words that were found stand on several lines."""
    if isinstance(found, dict):
        return "Put `- ` before the first field of each item, and two more spaces before its others."
    if _is_form(item):
        first, *others = _needed(item)
        more = f", and below it {', '.join(others)}" if others and item.model_fields[others[0][1:-2]].is_required() else ""
        return f"Write each item on lines of its own: `- {first[1:-1]} …`{more}."
    words = [str(found)] if isinstance(found, str) else []
    if words and words[0].endswith("]") and "[" not in words[0]:
        return f"Open the bracket: `{name}: [{words[0]}`."
    if words and (BULLET.match(words[0]) or lines):
        words = [word for word in (BULLET if BULLET.match(words[0]) else re.compile(r"\s+")).split(words[0]) if word]
    elif words and (item is Id or _is_ref(item)):
        words = [id_from(part) for part in re.split(r"[,;]", words[0])]
    if words and all(map(_SIMPLE.fullmatch, words)):
        return f"Write `{name}: [{', '.join(words)}]`, or one `- ` line for each item."
    return "Start each item with `- `."


def for_a_group(found: object, part: type[Form], *, in_list: bool) -> str:
    """Say how to write a group of fields, of which the one that was found may be the only one."""
    if isinstance(found, str) and _SIMPLE.fullmatch(found.partition("://")[2] or found) and (field := _meant(found, part)):
        return f"Write `{'- ' if in_list else ''}{field}: {found}`{'' if in_list else ' on a line of its own below it'}."
    return f"Write each field on a line of its own below it, indented by two spaces: {', '.join([*_needed(part), '…'])}"


def _meant(found: str, part: type[Form]) -> str:
    """Return the field of a group that these words alone are most likely for; empty where nobody can tell."""
    if found.startswith(("https://", "http://")):
        return "url" if "url" in part.model_fields else ""
    wanted = _is_ref if re.fullmatch(f"{ID}|{BRIEF_ID}", found) else (lambda _: False)
    return next((name for name, info in part.model_fields.items() if any(map(wanted, _types(info.annotation)))), "")


def _types(annotation: Any) -> tuple[Any, ...]:
    return getattr(annotation, "__args__", (annotation,))


def _needed(part: type[Form]) -> list[str]:
    needed = [f"`{field}:`" for field, info in part.model_fields.items() if info.is_required()]
    return needed or [f"`{field}:`" for field in list(part.model_fields)[:2]]


def _is_form(item: Any) -> bool:
    return isinstance(item, type) and issubclass(item, Form)


def _is_ref(item: Any) -> bool:
    return isinstance(item, type) and issubclass(item, Ref)
