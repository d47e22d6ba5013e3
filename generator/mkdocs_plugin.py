"""The MkDocs face: puts our pages among those that MkDocs publishes. The only module that knows MkDocs.

It checks first. A build with errors prints the whole report and stops before MkDocs empties the folder of the site; the
live preview shows what can be shown and prints the report. In the preview nothing here may raise: MkDocs would leave the
browser waiting.
"""

import logging
import os
import re
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date as Date
from pathlib import Path
from typing import Literal

from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from generator import build
from generator.asking import Memory
from generator.build import Checked
from generator.pages import Page
from generator.reporters import reporter

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
        self.preview = command == "serve"
        self.memory = Memory()
        self.no_cache = bool(os.environ.get(build.NO_CACHE))

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check everything; stop a build that has errors before anything is written."""
        config_file = Path(config.config_file_path)
        text, settings, faults = build.read_settings(config_file)
        inputs = build.gather(config_file.parent, settings, config_file.name, text)
        faults += build.wrong_epoch(os.environ, config_file.name)
        day = build.edition_day(None, os.environ, settings.options.timezone)
        hands = 1 if self.preview else build.hands()  # the preview runs threads, which a process cannot be copied with
        cache = None if self.no_cache else config_file.parent / build.CACHE
        memory = self.memory if self.preview else None
        self.checked = build.read_site(
            inputs,
            settings,
            day,
            preview=self.preview,
            settings_findings=faults,
            hands=hands,
            cache=cache,
            memory=memory,
        )
        self._report(self.checked)
        briefs = (config_file.parent / settings.options.briefs_dir).resolve()
        if not self.preview:
            self._stop_if_unfit(self.checked, strict=bool(config.strict))
            _stop_if_it_would_be_emptied(Path(config.site_dir).resolve(), briefs, config_file.resolve())
        elif traps := build.traps_for_mkdocs(inputs, settings):
            raise PluginError(build.in_words(traps))
        else:
            config.watch.extend(map(str, (briefs, *build.looks())))
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(build.theme_folder()))  # below the site's own
        config.extra["frame"] = build.frame(self.checked.edition, preview=self.preview)
        if build.STYLES not in config.extra_css:
            config.extra_css.append(build.STYLES)
        return config

    def _report(self, checked: Checked) -> None:
        if not checked.findings:
            return
        width = shutil.get_terminal_size().columns if sys.stderr.isatty() else 100
        text = reporter("text")(
            checked.findings, checked.texts, colour=sys.stderr.isatty(), width=width, checked=len(checked.texts) - 1
        )
        print(text, file=sys.stderr)

    def _report_of(self, file: str) -> str:
        found = [finding for finding in self.checked.findings if finding.place.file == file]
        return reporter("text")(found, self.checked.texts, width=84)

    def _stop_if_unfit(self, checked: Checked, *, strict: bool) -> None:
        if not checked.publishable:
            raise PluginError("The briefs have errors. Nothing was built, and the site that was there is untouched.")
        if checked.findings and strict:
            raise PluginError("The briefs have warnings, and --strict counts them as errors. Nothing was built.")

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add our pages, and small pages at old addresses, to the files that MkDocs publishes."""
        self.pages: dict[str, Page] = {}
        _set_frame(files, config)
        root = Path(config.config_file_path).parent
        published = build.publication(self.checked.edition)
        made = published.pages
        for page in build.with_findings(made, self.checked, self._report_of) if self.preview else made:
            self.pages[page.uri] = page
            level = InclusionLevel.INCLUDED if page.uri == "index.md" else InclusionLevel.NOT_IN_NAV
            # What only the theme reads is handed over below: as front matter, reading it would take longer than the page.
            file = File.generated(config, page.uri, content=build.markdown_file(replace(page, meta={})), inclusion=level)
            file.edit_uri = _from(Path(config.docs_dir), root / page.file) if page.file else None
            files.append(file)
        for redirect in published.redirects:
            name, html = build.redirect_file(redirect)
            files.append(File.generated(config, name, content=html))
        for name, data in published.files.items():
            if files.get_file_from_path(name) is None:  # what the site's owner wrote by hand comes first
                files.append(File.generated(config, name, content=data))
        return files

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Callable[..., None]) -> LiveReloadServer:
        """Keep the preview alive: a build that fails is told, and the next save builds again."""
        server.watch(str(Path(config.config_file_path).parent), recursive=False)  # many editors save by replacing the file
        if not build.is_here(str(server.server_address[0])):
            raise PluginError("The preview shows drafts, so it serves this computer alone. Take out `dev_addr`, or `--dev-addr`.")
        build.keep_alive(server, log.error, Path(config.config_file_path))
        return server

    def on_page_markdown(self, markdown: str, /, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Tell the theme what it should know of a page beside title and description."""
        if ours := self.pages.get(page.file.src_uri):
            page.meta.update(ours.meta)
        return markdown

    @event_priority(-50)
    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """Let previous and next follow the storyline, and give every page its true date."""
        for file in files.documentation_pages():
            if file.page is None:
                continue
            page = self.pages.get(file.src_uri)
            file.page.update_date = _iso(page.changed if page else None, self.checked.edition.day)
            if page:
                file.page.previous_page = self._page_at(page.previous, files)
                file.page.next_page = self._page_at(page.next, files)
                file.page.edit_url = _without_detours(file.page.edit_url or "") or None
        return nav

    def _page_at(self, address: str, files: Files) -> MkDocsPage | None:
        found = files.get_file_from_path(f"{address.rstrip('/')}.md") if address else None
        return found.page if found else None


def _set_frame(files: Files, config: MkDocsConfig) -> None:
    """Publish the files of our theme in place of Material's, whose scripts and style sheets no page of ours loads."""
    for file in list(files):
        if file.src_uri.startswith("assets/") and _is_of_the_theme(file, config):
            files.remove(file)
    for name, data in build.theme_files().items():
        if name.startswith("assets/") and files.get_file_from_path(name) is None:
            files.append(File.generated(config, name, content=data))


def _is_of_the_theme(file: File, config: MkDocsConfig) -> bool:
    folders = (folder for folder in config.theme.dirs if folder != config.theme.custom_dir)
    return bool(file.abs_src_path) and any(Path(file.abs_src_path or "").is_relative_to(folder) for folder in folders)


def _stop_if_it_would_be_emptied(site: Path, briefs: Path, config_file: Path) -> None:
    """Stop before MkDocs empties a folder that is not the site's: it removes all that lies in `site_dir`."""
    if site.is_relative_to(briefs) or briefs.is_relative_to(site) or config_file.is_relative_to(site):
        raise PluginError(f"The site cannot be built into {site}: building empties that folder, and your files are there.")


def _from(folder: Path, file: Path) -> str:
    return Path(os.path.relpath(file.resolve(), folder.resolve())).as_posix()


def _without_detours(address: str) -> str:
    """Shorten `docs/../briefs` to `briefs`: some Git hosts do not."""
    shorter = re.sub(r"[^/=?]+/\.\./", "", address, count=1)
    return address if shorter == address else _without_detours(shorter)


def _iso(changed: Date | None, edition: Date) -> str:
    return (changed or edition).isoformat()
