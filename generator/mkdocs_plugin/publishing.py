"""From the pages that MkDocs gets to the site that readers get: what is handed over, what stops it, and the delivery."""

import logging
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from shutil import get_terminal_size, rmtree

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.utils import CountHandler

from generator import build, delivery, publish
from generator.build import Checked
from generator.diagnostics import Diagnostic
from generator.mkdocs_plugin.stopwatch import Stopwatch
from generator.mkdocs_plugin.surroundings import what_decides
from generator.pages import Announced
from generator.reporters import reporter

log = logging.getLogger("mkdocs.plugins.briefs")


def new_site(hands: int, cache: Path | None, *, preview: bool) -> build.Site:
    """Return a site that is to be read for the first time."""
    purpose = "preview" if preview else "build"
    return build.Site(preview=preview, purpose=purpose, hands=hands, cache=cache, watched=preview, ahead=publish.AHEAD)


def report(checked: Checked) -> None:
    """Tell on the terminal, or in the log of a workflow, what was found."""
    if checked.findings:
        colour, texts = sys.stderr.isatty(), checked.texts
        width = get_terminal_size().columns if colour else 100
        print(reporter("text")(checked.findings, texts, colour=colour, width=width, checked=len(texts) - 1), file=sys.stderr)


def report_of(checked: Checked, findings: tuple[Diagnostic, ...]) -> str:
    """Return what a page of the preview tells of some findings."""
    return reporter("text")(findings, checked.texts, width=84)


def stop_if_unfit(checked: Checked, *, strict: bool) -> None:
    """Stop a build before anything is written."""
    if not checked.publishable:
        raise PluginError("The briefs have errors. Nothing was built, and the site that was there is untouched.")
    if checked.findings and strict:
        raise PluginError("The briefs have warnings, and --strict counts them as errors. Nothing was built.")


def announced(checked: Checked, hands: int, spool: Path) -> tuple[Mapping[str, Announced], Mapping[str, publish.Beside]]:
    """Return all pages of an edition, by the paths of their Markdown files, and the files beside them by their names."""
    published = publish.announced(checked.edition, hands, spool)
    redirects = dict(map(publish.redirect_file, published.redirects))
    beside = {name: publish.ready(html.encode()) for name, html in redirects.items()} | dict(published.files)
    return {page.uri: page for page in published.pages}, beside


def given_to_mkdocs(page: Announced, config: MkDocsConfig) -> File:
    """Return a page of ours as a file that MkDocs builds."""
    level = InclusionLevel.INCLUDED if page.uri == "index.md" else InclusionLevel.NOT_IN_NAV
    # What only the theme reads is handed over later: as front matter, reading it would take longer than the page.
    return File.generated(
        config, page.uri, content=publish.markdown_file(replace(publish.page_of(page), meta={})), inclusion=level
    )


def counted_warnings() -> bool:
    """Tell whether MkDocs has counted warnings, which it does with --strict."""
    counters = (handler for handler in logging.getLogger("mkdocs").handlers if isinstance(handler, CountHandler))
    return any(counter.get_counts() for counter in counters)


def stop_if_it_would_be_emptied(site: Path, briefs: Path, config_file: Path) -> None:
    """Stop before a folder is emptied that is not the site's: what lies in `site_dir` and is not published is removed."""
    if site.is_relative_to(briefs) or briefs.is_relative_to(site) or config_file.is_relative_to(site):
        raise PluginError(f"The site cannot be built into {site}: building empties that folder, and your files are there.")


def deliver(
    run: publish.PrintRun, site: str, config: MkDocsConfig, watch: Stopwatch, *, day: str, fresh: bool, preview: bool
) -> None:
    """Put all files into the site's folder, or one share of them into that of a part. `fresh` believes no earlier build."""
    with watch.stage("Comparing with what was built before"):
        files: Mapping[str, str] = run.names
    make: delivery.Make = partial(_made, run, watch)
    if shard := delivery.Shard.named(os.environ.get(delivery.SHARD, "")):
        files, make = delivery.part(files, make, shard, what_decides(config, day))
    cache, in_place = Path(config.config_file_path).parent / build.CACHE, bool(os.environ.get(delivery.IN_PLACE))
    try:
        with watch.stage("Pressing and publishing"):
            delivery.deliver(Path(site), files, make, cache=cache, fresh=fresh, piecewise=in_place, say=log.info)
    except delivery.Undelivered as error:
        if not preview:
            raise PluginError(str(error)) from error
        rmtree(site, ignore_errors=True)  # the folder that MkDocs made for this preview; its own files from before are in the way
        delivery.deliver(Path(site), files, make, cache=cache, fresh=fresh, piecewise=in_place, say=log.info)


def _made(run: publish.PrintRun, watch: Stopwatch, names: Sequence[str]) -> Iterable[tuple[str, bytes]]:
    return watch.counted(run.made(names), "Pressing pages", len(names))
