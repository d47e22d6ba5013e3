"""What a page is about, in the words of schema.org: one graph of JSON-LD for each page.

`page_graph` makes it; the pages put it into their `meta`, and the theme into the head. Private persons have no node: they are
named in texts only. Nothing is typed more exactly than we know, nor so that it takes sides.
"""

from datetime import date as Date
from typing import Any

from generator.edition import Edition, Key
from generator.outputs.finished import Finished
from generator.outputs.jsonld import articles, entries, frame
from generator.outputs.web import absolute

CONTEXT = "https://schema.org"
PAGE_TYPES = {
    "actor": "ProfilePage",
    "background": "WebPage",
    "brief": "WebPage",
    "names": "WebPage",
    "place": "WebPage",
    "publisher": "WebPage",
    "search": "SearchResultsPage",
    "source": "WebPage",
}
"""The type of each kind of page; any other is a list of pages."""
MAIN = {
    "actor": entries.actor,
    "background": articles.background,
    "brief": articles.brief,
    "place": entries.place,
    "publisher": entries.publisher,
    "source": entries.shared_source,
    "storyline": articles.storyline,
}
"""What makes the nodes that a kind of page is about. The first of them is its main entity."""


def page_graph(edition: Edition, kind: str, key: Key, page: Finished, modified: Date | None) -> dict[str, Any]:
    """Return the graph of one page: the page, the way to it, and what it is about."""
    main = MAIN[kind](edition, key) if kind in MAIN else []
    node = frame.web_page(edition, PAGE_TYPES.get(kind, "CollectionPage"), page, modified)
    if kind == "storyline":
        node |= frame.without_nothing({"hasPart": main})
        main = []
    elif main:
        node["mainEntity"] = frame.reference(main[0])
        if image := page.meta.get("image"):
            main[0] = main[0] | {"image": absolute(edition, image)}
    return {"@context": CONTEXT, "@graph": [node, *frame.around(edition, kind, key, page), *main]}


__all__ = ["page_graph"]
