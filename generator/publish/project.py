"""A complete project on disk: the same Markdown, the theme and a `mkdocs.yml` without our plugin.

With it a site can move to another publisher that reads `mkdocs.yml`, such as ProperDocs.
"""

from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from generator.build.listing import time_and_size
from generator.edition import Edition
from generator.publish.frame import STYLES, frame, with_one_style_sheet
from generator.publish.markdown import markdown_file, redirect_file
from generator.publish.publication import publication

OVERRIDES = "overrides"


def project(edition: Edition, config: str, by_hand: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return every file of the project by its path. `by_hand` holds the files of the site's own `docs/`."""
    published = publication(edition)
    ours = {page.uri: markdown_file(page).encode() for page in published.pages}
    found = {f"docs/{name}": data for name, data in {**published.files, **by_hand, **ours}.items()}
    for redirect in published.redirects:
        name, html = redirect_file(redirect)
        found[f"docs/{name}"] = html.encode()
    found |= {f"{OVERRIDES}/{name}": data for name, data in theme_files().items()}
    found["mkdocs.yml"] = config_without_plugin(config, frame(edition), _outside_nav(ours)).encode()
    return dict(sorted(found.items()))


def theme_folder() -> Traversable:
    """Return the folder of our templates and style sheets."""
    return files("generator") / "theme"


def looks() -> tuple[Traversable, ...]:
    """Return the folders whose files decide how a page looks: a change in them makes every page anew."""
    return (files("generator") / "pages", theme_folder())


def state_of_looks() -> frozenset[tuple[str, int, int]]:
    """Return what tells whether anything in them was changed: each file with its time (nanoseconds) and size (bytes)."""
    files = (path for folder in looks() for path in Path(str(folder)).rglob("*") if path.is_file())
    return frozenset((str(path), *time_and_size(str(path))) for path in files if "__pycache__" not in path.parts)


def theme_files() -> dict[str, bytes]:
    """Return the files of the theme by their paths, with one style sheet for all."""
    return with_one_style_sheet(dict(_below(theme_folder(), PurePosixPath())))


def _below(folder: Traversable, at: PurePosixPath) -> Iterator[tuple[str, bytes]]:
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir():
            yield from _below(item, at / item.name)
        else:
            yield str(at / item.name), item.read_bytes()


def _outside_nav(uris: Iterable[str]) -> list[str]:
    """Return the patterns of our pages, in the manner of `.gitignore`: no menu lists them, and no publisher need warn of it."""
    tops = {uri.partition("/") for uri in uris if uri != "index.md"}
    return sorted({f"/{top}{slash}" for top, slash, _ in tops})


def config_without_plugin(config: str, told: Mapping[str, Any], outside_nav: Iterable[str] = ()) -> str:
    """Return a `mkdocs.yml` that needs no briefs plugin. Tags of other plugins, such as `!ENV`, stay as they are.

    `told` is what our theme should know, `outside_nav` are patterns of pages that belong into no menu.
    """
    root = yaml.compose(config, yaml.SafeLoader)
    assert isinstance(root, yaml.MappingNode)
    _drop_plugin(root)
    for name in ("docs_dir", "site_dir", "edit_uri"):
        root.value = [pair for pair in root.value if pair[0].value != name]
    theme = _value(root, "theme")
    if isinstance(theme, yaml.ScalarNode):
        theme = _put(root, "theme", yaml.MappingNode(_MAP, [(_text("name"), theme)]))
    if isinstance(theme, yaml.MappingNode):
        _put(theme, "custom_dir", _text(OVERRIDES))
    listed = _value(root, "not_in_nav")
    patterns = [*(listed.value.splitlines() if isinstance(listed, yaml.ScalarNode) else []), *outside_nav]
    if patterns:
        _put(root, "not_in_nav", yaml.ScalarNode(_STR, "\n".join(patterns) + "\n", style="|"))
    styles = _value(root, "extra_css") or _put(root, "extra_css", yaml.SequenceNode("tag:yaml.org,2002:seq", []))
    if isinstance(styles, yaml.SequenceNode):
        styles.value.append(_text(STYLES))
    extra = _value(root, "extra") or _put(root, "extra", yaml.MappingNode(_MAP, []))
    as_yaml = yaml.compose(yaml.safe_dump(dict(told), allow_unicode=True), yaml.SafeLoader)
    if isinstance(extra, yaml.MappingNode) and as_yaml:
        _put(extra, "frame", as_yaml)
    return str(yaml.serialize(root, Dumper=yaml.SafeDumper, allow_unicode=True, width=120))


_MAP = "tag:yaml.org,2002:map"
_STR = "tag:yaml.org,2002:str"


def _drop_plugin(root: yaml.MappingNode) -> None:
    plugins = _value(root, "plugins")
    if isinstance(plugins, yaml.SequenceNode):
        plugins.value = [item for item in plugins.value if _plugin(item) != "briefs"]
    elif isinstance(plugins, yaml.MappingNode):
        plugins.value = [pair for pair in plugins.value if pair[0].value != "briefs"]


def _plugin(item: yaml.Node) -> str:
    if isinstance(item, yaml.MappingNode) and item.value:
        return str(item.value[0][0].value)
    return str(item.value)


def _text(words: str) -> yaml.ScalarNode:
    return yaml.ScalarNode(_STR, words)


def _value(mapping: yaml.MappingNode, name: str) -> yaml.Node | None:
    return next((value for key, value in mapping.value if key.value == name), None)


def _put(mapping: yaml.MappingNode, name: str, node: yaml.Node) -> yaml.Node:
    mapping.value = [pair for pair in mapping.value if pair[0].value != name]
    mapping.value.append((_text(name), node))
    return node
