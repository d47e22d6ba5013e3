"""Python-Markdown with every extension on that a site with Material could switch on, and the structure it makes."""

import re
from functools import cache
from typing import Any

import html5lib
import markdown

STANDARD = [
    *("abbr", "admonition", "attr_list", "codehilite", "def_list", "footnotes", "legacy_attrs", "legacy_em"),
    *("md_in_html", "meta", "sane_lists", "smarty", "tables", "toc", "wikilinks"),
]
PYMDOWN = [
    *("arithmatex", "b64", "betterem", "bracketspan", "caret", "critic", "details", "emoji", "escapeall", "fancylists"),
    *("highlight", "inlinehilite", "keys", "magiclink", "mark", "pathconverter", "progressbar", "quotes"),
    *("saneheaders", "smartsymbols", "snippets", "superfences", "tabbed", "tasklist", "tilde"),
    *("blocks.admonition", "blocks.caption", "blocks.definition", "blocks.details", "blocks.html", "blocks.tab"),
]
SETTINGS: dict[str, dict[str, Any]] = {
    "smarty": {"smart_angled_quotes": True},
    "pymdownx.arithmatex": {"generic": True},
    "pymdownx.critic": {"mode": "view"},
    "pymdownx.escapeall": {"hardbreak": True, "nbsp": True},
    "pymdownx.magiclink": {
        "normalize_issue_symbols": True,
        "provider": "github",
        "repo": "briefs",
        "repo_url_shorthand": True,
        "social_url_shorthand": True,
        "user": "example",
    },
    "pymdownx.quotes": {"callouts": True},
    "pymdownx.snippets": {"base_path": ["."], "check_paths": False},
    "pymdownx.tasklist": {"custom_checkbox": True},
    "pymdownx.tabbed": {"alternate_style": True},
    "toc": {"permalink": True},
}
EXTENSIONS = [f"markdown.extensions.{name}" for name in STANDARD] + [f"pymdownx.{name}" for name in PYMDOWN]

Shape = list[tuple[str, ...]]


@cache
def converter() -> markdown.Markdown:
    settings = {name if name.startswith("pymdownx") else f"markdown.extensions.{name}": v for name, v in SETTINGS.items()}
    return markdown.Markdown(extensions=EXTENSIONS, extension_configs=settings)


def page(source: str) -> tuple[Shape, str]:
    """Render a page; return its structure (tags and attributes in order) and its text."""
    html = converter().reset().convert(source)
    shape: Shape = []
    words: list[str] = []
    for token in html5lib.getTreeWalker("etree")(html5lib.parseFragment(html)):
        match token["type"]:
            case "StartTag" | "EmptyTag":
                attributes = (f"{key[1]}={value}" for key, value in sorted(token["data"].items()))
                shape.append((token["name"], *attributes))
            case "EndTag":
                shape.append((f"/{token['name']}",))
            case "Comment" | "Doctype":
                shape.append(("!", str(token)))
            case _:
                words.append(token["data"])
    return shape, "".join(words)


def folded(words: str) -> str:
    """Join white space, and read a typographer's quotation marks as the straight ones that were typed."""
    straight = words.translate(str.maketrans("‘’“”", "''\"\""))
    return re.sub(r"[ \t\n\r\v\f\x1c-\x1f\x85\u2028\u2029]+", " ", straight).strip()
