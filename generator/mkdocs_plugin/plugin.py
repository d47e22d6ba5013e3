"""The plugin: what is done at each of MkDocs' events, in the order in which they come."""

import logging
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date as Date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from generator import build, delivery, live, press, publish
from generator.mkdocs_plugin.previewing import Known, Preview, others
from generator.mkdocs_plugin.publishing import (
    announced,
    counted_warnings,
    deliver,
    given_to_mkdocs,
    new_site,
    report,
    stop_if_it_would_be_emptied,
    stop_if_unfit,
)
from generator.mkdocs_plugin.stopwatch import Stopwatch
from generator.mkdocs_plugin.surroundings import (
    Listed,
    Whole,
    addresses_in,
    edit_urls,
    named_in,
    others_look_at_pages,
    set_frame,
    shared_by_pages,
)

log = logging.getLogger("mkdocs.plugins.briefs")


class BriefsConfig(Config):
    """The settings that `generator.settings` reads; declared here so that MkDocs accepts them."""

    briefs_dir = Type(str, default="briefs")
    timezone = Type(str, default="Etc/UTC")
    language = Type(str, default="en")


class BriefsPlugin(BasePlugin[BriefsConfig]):
    """Publishes the briefs of a site with MkDocs."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether this is a preview."""
        self.preview = Preview() if command == "serve" else None
        self.no_cache = bool(os.environ.get(build.NO_CACHE))
        self.folders: list[TemporaryDirectory[str]] = []
        self.site = ""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check everything; stop a build that has errors before anything is written."""
        self.watch = Stopwatch()
        config_file = Path(config.config_file_path)
        text, settings, faults = build.read_settings(config_file)
        briefs = (config_file.parent / settings.options.briefs_dir).resolve()
        if self.preview:
            self.preview.look_again()
            config.watch.extend(map(str, (briefs, *publish.looks())))
            self.others = others(config, settings)  # before anything is read: what changes meanwhile is a change
        reader = self.preview.reader if self.preview else build.read_bytes
        inputs = build.gather(config_file.parent, settings, config_file.name, text, reader)
        faults += build.wrong_epoch(os.environ, config_file.name)
        day = build.edition_day(None, os.environ, settings.options.timezone)
        self.hands = self.preview.hands() if self.preview else 1 if os.environ.get(build.ONE_HAND) else build.hands()
        forget = self.no_cache or (self.preview and not self.preview.same_looks)
        cache = None if forget else config_file.parent / build.CACHE
        self.read = (self.preview and self.preview.taken()) or new_site(self.hands, cache, preview=bool(self.preview))
        with self.watch.stage("Reading and checking"):
            self.checked = self.read.read(inputs, settings, day, settings_findings=faults)
        report(self.preview.new(self.checked) if self.preview else self.checked)
        self.read_by = text, faults, day
        if not self.preview:
            stop_if_unfit(self.checked, strict=bool(config.strict))
            stop_if_it_would_be_emptied(Path(config.site_dir).resolve(), briefs, config_file.resolve())
        elif traps := build.traps_for_mkdocs(inputs, settings):
            raise PluginError(live.in_words(traps))
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(publish.theme_folder()))  # below the site's own
        config.extra["frame"] = publish.frame(self.checked.edition, preview=bool(self.preview))
        if publish.STYLES not in config.extra_css:
            config.extra_css.append(publish.STYLES)
        self.folders = [TemporaryDirectory(prefix="briefs-") for _ in range(2)]
        self.staging, self.spool = (Path(folder.name) for folder in self.folders)
        self.site, config.site_dir = config.site_dir, str(self.staging)
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Give MkDocs the files that it builds with, and tell it of the others; what stands in `docs/` comes first."""
        set_frame(files, config)
        self.by_hand = [file.src_uri for file in files]
        with self.watch.stage("Making pages, data and pictures"):
            found = self.preview.made(self.checked) if self.preview else announced(self.checked, self.hands, self.spool)
        self.pages, beside = found
        self.beside = {name: made for name, made in beside.items() if files.get_file_from_path(name) is None}
        self.alone = not others_look_at_pages(config, self)
        given = {"index.md", *named_in(config.nav or ())} if self.alone else set(self.pages)
        whole = Whole(files, config, (*self.pages, *self.beside))
        for uri, page in self.pages.items():
            if uri in given:
                whole.append(given_to_mkdocs(page, config))
        self.edit_url = edit_urls(config)
        self.in_menus = given
        return whole

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Callable[..., None]) -> LiveReloadServer:
        """Keep the preview alive: a build that fails is told, and the next save builds again."""
        server.watch(str(Path(config.config_file_path).parent), recursive=False)  # many editors save by replacing the file
        if not live.is_here(str(server.server_address[0])):
            raise PluginError("The preview shows drafts, so it serves this computer alone. Take out `dev_addr`, or `--dev-addr`.")
        assert self.preview
        self.preview.serves = True
        live.keep_alive(server, log.error, Path(config.config_file_path), self.preview.showcase, self._follow)
        if self.preview.follows:  # what was saved while the first build ran
            server.builder()
        return server

    def _follow(self) -> bool:
        assert self.preview
        with build.without_collector():
            return self.preview.follow()

    def on_page_markdown(self, markdown: str, /, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Tell the theme what it should know of a page beside title and description."""
        if ours := self.pages.get(page.file.src_uri):
            page.meta.update(ours.meta)
        return markdown

    @event_priority(-50)
    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """Let every page that MkDocs builds have its true date, and ours their neighbours and the file to change."""
        for file in files.documentation_pages():
            if file.page is None:
                continue
            page = self.pages.get(file.src_uri)
            file.page.update_date = _iso(page.changed if page else None, self.checked.edition.day)
            if page:
                file.page.previous_page = self._neighbour(page.previous, config)
                file.page.next_page = self._neighbour(page.next, config)
                file.page.edit_url = self.edit_url(page.file) if page.file else None
        self.nav = nav
        return nav

    def _neighbour(self, address: str, config: MkDocsConfig) -> Any:
        page = self.pages.get(f"{address.rstrip('/')}.md") if address else None
        return press.neighbour(page, folders=config.use_directory_urls) if page else None

    @event_priority(-100)
    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:
        """Make ready to press the other pages; find the headings in them that pages of MkDocs link to."""
        day = self.checked.edition.day.isoformat()
        self.addresses = {file.src_uri: file.url for file in files}
        addresses = self.addresses | publish.addresses(self.pages, self.beside, folders=config.use_directory_urls)
        self.frame = press.Frame(
            key=press.fingerprint((*shared_by_pages(config, self.nav, day), sorted(self.by_hand))),
            environment=press.with_shared_parts(env, str(publish.theme_folder()), addresses_in(self.nav)),
            context=lambda leaf: get_context(self.nav, self.listed, config, leaf),  # type: ignore[arg-type]
            extensions=tuple(config.markdown_extensions),
            extension_configs=config.mdx_configs or {},
            links=press.Links(addresses),
            edit_url=self.edit_url,
            day=day,
            site_url=config.site_url or "",
            folders=config.use_directory_urls,
        )
        self.sheets = press.Sheets(self.pages, self.frame)
        self.listed = Listed(lambda: list(self._list(files)))
        for file in files.documentation_pages():
            for other in (file.page.links_to_anchors if file.page else None) or ():
                if other.page is None and (sheet := self.sheets.get(other.src_uri)):
                    MkDocsPage(None, other, config).present_anchor_ids = press.anchors(sheet, self.frame)
        return env

    def _list(self, files: Files) -> Iterator[Any]:
        yield from (file for file in files.documentation_pages() if file.src_uri not in self.pages)
        for uri, sheet in self.sheets.items():
            yield files.get_file_from_path(uri) if uri in self.in_menus else press.Listing(sheet, self.frame)

    def on_template_context(self, context: TemplateContext, /, *, template_name: str, config: MkDocsConfig) -> TemplateContext:
        """Let the sitemap and its like list all pages."""
        context["pages"] = self.listed
        return context

    def on_page_context(
        self, context: TemplateContext, /, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Let a page list all pages."""
        context["pages"] = self.listed
        return context

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Publish what MkDocs has built together with all else; with warnings that --strict counts, nothing."""
        staging, config.site_dir = self.staging, self.site
        if not counted_warnings():
            built = {path.relative_to(staging).as_posix(): path for path in sorted(staging.rglob("*")) if path.is_file()}
            if self.preview:
                self._show(config, built)
                self.checked.keep()
            else:
                sheets = [sheet for uri, sheet in self.sheets.items() if uri not in self.in_menus]
                kept = build.meanwhile(self.checked.keep, many=self.hands > 1)
                self._deliver(publish.PrintRun(self.frame, sheets, self.beside, built, self.hands), config)
                kept()
        self._clear()
        if os.environ.get(publish.TIMINGS):
            print(self.watch.table(), file=sys.stderr)

    def _deliver(self, run: publish.PrintRun, config: MkDocsConfig) -> None:
        day = self.checked.edition.day.isoformat()
        deliver(run, self.site, config, self.watch, day=day, fresh=self.no_cache, preview=bool(self.preview))

    def _show(self, config: MkDocsConfig, built: Mapping[str, Path]) -> None:
        """Put what MkDocs has built into the folder of the preview; all else follows when somebody asks for it."""
        assert self.preview
        self.preview.showcase.clear()
        self._deliver(publish.PrintRun(self.frame, (), {}, built), config)
        text, faults, day = self.read_by
        menus = {page.file.src_uri: page for page in self.nav.pages}
        known = Known(config, text, faults, day, self.others, self.frame, self.addresses, menus, frozenset(built))
        self.preview.show(self.pages, known, known.built, alone=self.alone)  # type: ignore[arg-type]  # here they are all proofs
        build.settle(anew=self.preview.begun_with not in (None, self.read))
        self.preview.site = self.preview.begun_with = self.read

    def on_shutdown(self) -> None:
        """Leave nothing of a preview behind but what the next one need not work out again."""
        if self.preview and self.site:
            delivery.forget(Path(self.site))
            if self.preview.site:
                self.checked.keep()

    def on_build_error(self, *, error: Exception) -> None:
        """Leave nothing behind."""
        self._clear()

    def _clear(self) -> None:
        for folder in self.folders:
            folder.cleanup()


def _iso(changed: Date | None, edition: Date) -> str:
    return (changed or edition).isoformat()
