"""What is the same for every page: the page itself, the site, its publisher, and the way from the home page."""

from collections.abc import Mapping
from datetime import date as Date
from typing import Any

from generator.edition import Edition, Key
from generator.model.forms import Brief
from generator.outputs.finished import Finished
from generator.outputs.web import absolute, page_of, root

Node = dict[str, Any]


def without_nothing(node: Mapping[str, Any]) -> Node:
    """Leave out what has no value."""
    return {name: value for name, value in node.items() if value not in (None, "", [], {})}


def reference(node: Mapping[str, Any]) -> Node:
    """Refer to a node of the graph."""
    return {"@id": node["@id"]}


def publisher(edition: Edition) -> Node:
    """Refer to who publishes the site."""
    return {"@id": f"{root(edition)}#publisher"}


def web_page(edition: Edition, type: str, page: Finished, modified: Date | None) -> Node:
    """Describe the page itself."""
    url = absolute(edition, page.address)
    return without_nothing(
        {
            "@type": type,
            "@id": url,
            "url": url,
            "name": page.title,
            "description": page.description,
            "inLanguage": page.meta.get("lang") or edition.settings.options.language,
            "dateModified": modified.isoformat() if modified else None,
            "isPartOf": {"@id": f"{root(edition)}#site"},
            "breadcrumb": {"@id": f"{url}#breadcrumb"} if page.address else None,
        }
    )


def around(edition: Edition, kind: str, key: Key, page: Finished) -> list[Node]:
    """Describe the site, its publisher, and the way from the home page to this one."""
    settings, home = edition.settings, root(edition)
    site = without_nothing(
        {
            "@type": "WebSite",
            "@id": f"{home}#site",
            "url": home,
            "name": settings.name,
            "description": settings.description,
            "inLanguage": settings.options.language,
            "publisher": publisher(edition),
        }
    )
    desk = {"@type": "NewsMediaOrganization", "@id": f"{home}#publisher", "name": settings.name, "url": home}
    return [site, desk, *([_way(edition, key, page)] if page.address else [])]


def _way(edition: Edition, key: Key, page: Finished) -> Node:
    steps = [(edition.settings.name, root(edition))]
    brief = edition.get(key, Brief)
    if brief and brief.storyline and (url := page_of(edition, storyline := Key("storyline", brief.storyline))):
        steps.append((edition.name(storyline), url))
    here = absolute(edition, page.address)
    steps.append((page.title, here))
    items = [
        {"@type": "ListItem", "position": position, "name": name, "item": url} for position, (name, url) in enumerate(steps, 1)
    ]
    return {"@type": "BreadcrumbList", "@id": f"{here}#breadcrumb", "itemListElement": items}
