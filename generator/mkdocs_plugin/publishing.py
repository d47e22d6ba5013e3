"""From the pages that MkDocs gets to the site that readers get: what is handed over, what stops it, and the delivery."""

import logging
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from shutil import rmtree

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.utils import CountHandler

from generator import build, delivery, publish
from generator.mkdocs_plugin.stopwatch import Stopwatch
from generator.mkdocs_plugin.surroundings import what_decides
from generator.pages import Announced

log = logging.getLogger("mkdocs.plugins.briefs")


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
