"""`briefs build`: the site, built by MkDocs with our plugin."""

import os
import sys
from datetime import date as Date
from pathlib import Path

import click

from generator import build
from generator.cli.parts import as_of, config_file, no_cache, read_edition, stop_if_unfit
from generator.cli.parts.mkdocs import run


@click.command(name="build")
@click.option("-d", "--site-dir", type=click.Path(file_okay=False, path_type=Path), help="The folder of the site.")
@click.option("--strict", is_flag=True, help="Let warnings fail too.")
@no_cache
@config_file
@as_of
def command(site_dir: Path | None, strict: bool, no_cache: bool, config_file: Path, as_of: Date | None) -> None:
    """Build the site. With errors nothing is built, and the site that was there stays."""
    text, settings, faults = build.read_settings(config_file)
    missing = build.gather(config_file.resolve().parent, settings, config_file.name, text).missing
    if faults or missing or not settings.url or (not as_of and build.wrong_epoch(os.environ, config_file.name)):
        stop_if_unfit(
            read_edition(config_file, as_of, no_cache=no_cache)[0]
        )  # MkDocs would stop at the first of these, in its own words
    words = ["build", "--config-file", str(config_file), *(["--strict"] if strict else [])]
    words += ["--site-dir", str(site_dir.resolve())] if site_dir else []
    status = run(words, as_of, settings.options.timezone, no_cache=no_cache)
    if status == 0:
        click.echo(f"Built into {site_dir or config_file.parent / settings.site_dir}.", err=True)
    sys.exit(1 if status else 0)
