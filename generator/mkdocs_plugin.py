"""The MkDocs face: puts our pages among those that MkDocs publishes. The only module that knows MkDocs.

It checks first. A build with errors prints the whole report and stops before MkDocs empties the folder of the site; the
live preview shows what can be shown and prints the report.
"""

import logging
import os
import shutil
import sys
from datetime import date as Date
from pathlib import Path
from typing import Literal

from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from generator import build
from generator.build import Checked
from generator.diagnostics import has_errors
from generator.pages import Page, pages, redirects
from generator.reporters import reporter
from generator.settings import read

log = logging.getLogger("mkdocs.plugins.briefs")


class BriefsConfig(Config):  # type: ignore[no-untyped-call]
    """The settings that `generator.settings` reads; declared here so that MkDocs accepts them."""

    briefs_dir = Type(str, default="briefs")
    timezone = Type(str, default="Etc/UTC")
    language = Type(str, default="en")


class BriefsPlugin(BasePlugin[BriefsConfig]):
    """Publishes the briefs of a site with MkDocs."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether this is a preview."""
        self.preview = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check everything; stop a build that has errors before anything is written."""
        root = Path(config.config_file_path).parent
        text = build.read_text(Path(config.config_file_path))
        settings, _, faults = read(text, Path(config.config_file_path).name)
        day = build.edition_day(None, os.environ, settings.options.timezone)
        inputs = build.gather(root, settings, Path(config.config_file_path).name, text)
        self.checked = build.read_edition(inputs, settings, day, preview=self.preview, settings_findings=faults)
        self._report(self.checked)
        config.theme.dirs.insert(0, str(build.theme_folder()))
        if build.STYLES not in config.extra_css:
            config.extra_css.append(build.STYLES)
        if self.preview:
            config.watch.append(str(root / settings.options.briefs_dir))
        return config

    def _report(self, checked: Checked) -> None:
        if not checked.findings:
            return
        width = shutil.get_terminal_size().columns if sys.stderr.isatty() else 100
        text = reporter("text")(
            checked.findings, checked.texts, colour=sys.stderr.isatty(), width=width, checked=len(checked.texts) - 1
        )
        print(text, file=sys.stderr)
        if has_errors(checked.findings) and not self.preview:
            raise PluginError("The briefs have errors. Nothing was built, and the site that was there is untouched.")
        log.warning("The briefs have findings; they are listed above.")

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add our pages, and small pages at old addresses, to the files that MkDocs publishes."""
        self.pages: dict[str, Page] = {}
        for page in pages(self.checked.edition):
            self.pages[page.uri] = page
            level = InclusionLevel.INCLUDED if page.uri == "index.md" else InclusionLevel.NOT_IN_NAV
            file = File.generated(config, page.uri, content=build.markdown_file(page), inclusion=level)
            file.edit_uri = f"../{page.file}" if page.file else None
            files.append(file)
        for redirect in redirects(self.checked.edition):
            name, html = build.redirect_file(redirect)
            files.append(File.generated(config, name, content=html))
        return files

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
        return nav

    def _page_at(self, address: str, files: Files) -> MkDocsPage | None:
        found = files.get_file_from_path(f"{address.rstrip('/')}.md") if address else None
        return found.page if found else None


def _iso(changed: Date | None, edition: Date) -> str:
    return (changed or edition).isoformat()

