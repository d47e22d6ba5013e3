"""What MkDocs must know of pages that it does not build, and what pages must know that it does not build."""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from platform import python_version
from posixpath import join, normpath
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation

from generator import __version__, press, publish

LOOKING = (
    *("files", "nav", "pre_page", "page_read_source", "page_markdown", "page_content", "page_context", "post_page"),
    "post_build",
)
"""The events of MkDocs in which a plugin looks at pages."""
OF_A_MACHINE = frozenset(
    (
        *("config_file_path", "dev_addr", "docs_dir", "draft_docs", "exclude_docs", "hooks", "not_in_nav", "plugins"),
        *("site_dir", "strict", "theme", "validation", "watch"),
    )
)
"""The settings that no page shows, or that are told of elsewhere."""
PACKAGES = ("mkdocs", "mkdocs-material", "Markdown", "Jinja2", "MarkupSafe", "pymdown-extensions")


class Whole(Files):
    """The files that MkDocs publishes; asked for one of ours by its path, it knows that too."""

    def __init__(self, files: Iterable[File], config: MkDocsConfig, ours: Iterable[str]) -> None:
        super().__init__(files)
        self._config, self._ours, self._asked = config, frozenset(ours), dict[str, File]()

    def get_file_from_path(self, path: str) -> File | None:
        """Return a file by its path, whether MkDocs publishes it or not."""
        found = super().get_file_from_path(path)
        name = normpath(path)
        if found or name not in self._ours:
            return found
        if name not in self._asked:
            self._asked[name] = File.generated(self._config, name, content="")
        return self._asked[name]


class Listed(Sequence[Any]):
    """All pages of a site, as a template lists them: those by hand, and ours in their order. Made when it is first asked for."""

    def __init__(self, make: Callable[[], list[Any]]) -> None:
        self._make = make
        self._made: list[Any] | None = None

    def _all(self) -> list[Any]:
        if self._made is None:
            self._made = self._make()
        return self._made

    def __getitem__(self, at: Any) -> Any:
        return self._all()[at]

    def __len__(self) -> int:
        return len(self._all())


def others_look_at_pages(config: MkDocsConfig, plugin: object) -> bool:
    """Tell whether another plugin, or a hook, takes part in the making of pages."""
    return any(getattr(look, "__self__", None) is not plugin for event in LOOKING for look in config.plugins.events[event])


def named_in(nav: object) -> Iterator[str]:
    """Yield the paths that a `nav` names."""
    if isinstance(nav, str):
        yield nav.lstrip("/")
    elif isinstance(nav, Mapping):
        for inner in nav.values():
            yield from named_in(inner)
    elif isinstance(nav, Iterable):
        for inner in nav:
            yield from named_in(inner)


def addresses_in(items: Iterable[Any]) -> Iterator[str]:
    """Yield the addresses that a navigation leads to."""
    for item in items:
        if url := getattr(item, "url", None):
            yield url
        yield from addresses_in(item.children or ())


def edit_urls(config: MkDocsConfig) -> Callable[[str], str | None]:
    """Return what gives the address at which a file, named by its path in the site's folder, can be changed."""
    root, docs = Path(config.config_file_path).parent, Path(config.docs_dir)
    above = Path(os.path.relpath(root.resolve(), docs.resolve())).as_posix()
    repo, uri, template = config.repo_url or "", config.edit_uri or "", config.edit_uri_template

    def address(file: str) -> str | None:
        found = press.edit_address(normpath(join(above, file)), repo, uri, template)
        return _without_detours(found) if found else None

    return address


def _without_detours(address: str) -> str:
    """Shorten `docs/../briefs` to `briefs`: some Git hosts do not."""
    shorter = re.sub(r"[^/=?]+/\.\./", "", address, count=1)
    return address if shorter == address else _without_detours(shorter)


def set_frame(files: Files, config: MkDocsConfig) -> None:
    """Publish the files of our theme in place of Material's, whose scripts and style sheets no page of ours loads."""
    for file in list(files):
        if file.src_uri.startswith("assets/") and _is_of_the_theme(file, config):
            files.remove(file)
    for name, data in publish.theme_files().items():
        if name.startswith("assets/") and files.get_file_from_path(name) is None:
            files.append(File.generated(config, name, content=data))


def _is_of_the_theme(file: File, config: MkDocsConfig) -> bool:
    folders = (folder for folder in config.theme.dirs if folder != config.theme.custom_dir)
    return bool(file.abs_src_path) and any(Path(file.abs_src_path or "").is_relative_to(folder) for folder in folders)


def shared_by_pages(config: MkDocsConfig, nav: Navigation, day: str) -> Iterator[object]:
    """Yield all that decides how every page looks: packages, settings, navigation, templates."""
    yield publish.versions(PACKAGES)
    yield publish.press_version()
    yield sorted((name, value) for name, value in config.items() if name not in OF_A_MACHINE)
    yield sorted((name, str(value)) for name, value in config.theme.items())
    yield [_told(item) for item in nav]
    yield from _templates(config.theme.dirs)
    if config.theme.custom_dir:  # its templates may show what ours do not
        yield day


def what_decides(config: MkDocsConfig, day: str) -> dict[str, str]:
    """Return in words what decides how a site looks, beside its files: it is told where two builds do not fit."""
    packages = ", ".join(f"{name} {version}" for name, version in publish.versions(PACKAGES).items())
    return {
        "the edition date": day,
        "the address of the site": config.site_url or "unknown",
        "the version of the program": __version__,
        "the version of Python": python_version(),
        "the list of packages": packages,
    }


def _told(item: Any) -> object:
    return item.title, getattr(item, "url", None), [_told(child) for child in item.children or ()]


def _templates(folders: Iterable[str]) -> Iterator[object]:
    for folder in folders:
        for at, inner, names in os.walk(folder):
            inner[:] = sorted(name for name in inner if not name.startswith(".") and name != "assets")
            yield from ((name, (Path(at) / name).read_bytes()) for name in sorted(names) if name.endswith(".html"))
