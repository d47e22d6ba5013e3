"""Parts of the frame that many pages share: the masthead, the foot, the style sheets. Each is filled in once for all of them.

What such a part shows depends on the settings and the navigation, on the language, and on where the page stands, as its links
are relative. Where a site has put a template of its own in the place of one of ours, every page is filled in by itself.
"""

from collections.abc import Callable, Iterable, Iterator, MutableMapping
from typing import Any

from jinja2 import BaseLoader, Environment, Template
from jinja2.runtime import Context

SHARED = ("foot.html", "header.html", "site-feeds.html", "styles.html")
"""The parts, in the folder `partials/` of our theme."""
INSIDE = ("feeds.html", "search.html")
"""What these parts include."""
ROOTS = ("assets/", "feed.json", "feed.xml", "rss.xml", "search/")
"""Where else these parts lead, beside what the navigation names."""


def with_shared_parts(environment: Environment, folder: str, named: Iterable[str]) -> Environment:
    """Return an environment that fills in the parts once for all pages that see them alike.

    `folder` is that of our theme; `named` are the addresses that the navigation leads to.
    """
    loader, names = environment.loader, [f"partials/{name}" for name in (*SHARED, *INSIDE)]
    if not loader or any(not (loader.get_source(environment, name)[1] or "").startswith(folder) for name in names):
        return environment
    stands = standing((*named, *ROOTS))
    return environment.overlay(loader=_Loader(loader, stands))


def standing(named: Iterable[str]) -> Callable[[str], object]:
    """Return what tells where a page stands: its depth, and how far its address goes along with any that is named."""
    known = {tuple(parts[:end]) for address in named for parts in [_parts(address)] for end in range(1, len(parts) + 1)}

    def stands(address: str) -> object:
        parts = _parts(address)
        along = 0
        while along < len(parts) and tuple(parts[: along + 1]) in known:
            along += 1
        return len(parts), tuple(parts[:along])

    return stands


def _parts(address: str) -> list[str]:
    return [part for part in address.split("/") if part not in ("", ".")]


class _Loader(BaseLoader):
    """Loads templates as another loader does, and remembers what becomes of the shared ones."""

    def __init__(self, loader: BaseLoader, stands: Callable[[str], object]) -> None:
        self._loader, self._stands = loader, stands
        self._names = frozenset(f"partials/{name}" for name in SHARED)

    def load(self, environment: Environment, name: str, globals: MutableMapping[str, Any] | None = None) -> Template:
        """Load a template."""
        template = self._loader.load(environment, name, globals)
        if name in self._names:
            self._remember(template)
        return template

    def list_templates(self) -> list[str]:
        """Name all templates."""
        return self._loader.list_templates()

    def _remember(self, template: Template) -> None:
        fill_in, known = template.root_render_func, dict[object, str]()

        def remembered(context: Context) -> Iterator[str]:
            page = context["page"]
            key = (self._stands(page.url), page.is_homepage, page.url.endswith("/"), context.get("lang"))
            text = known.get(key)
            if text is None:
                text = known[key] = "".join(fill_in(context))
            yield text

        template.root_render_func = remembered
