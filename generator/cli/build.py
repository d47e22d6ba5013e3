"""`briefs build`: the site, built by MkDocs with our plugin; one share of it; or the proof that it can be built again."""

import os
import sys
from datetime import date as Date
from pathlib import Path

import click

from generator import build, publish
from generator.cli.parts import as_of, config_file, no_cache, read_edition, stop_if_unfit
from generator.cli.parts.again import differences
from generator.cli.parts.mkdocs import run
from generator.delivery import IN_PLACE, SHARD, Shard

SHOWN = 20
"""So many differences say enough."""


def _shard(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    if value is not None and not Shard.named(value):
        raise click.BadParameter("name a share as in 2/3: the second of three.")
    return value


@click.command(name="build")
@click.option("-d", "--site-dir", type=click.Path(file_okay=False, path_type=Path), help="The folder of the site.")
@click.option("--strict", is_flag=True, help="Let warnings fail too.")
@click.option("--verify", is_flag=True, help="Then build it again from nothing, elsewhere, and compare every byte.")
@click.option("--shard", metavar="K/N", callback=_shard, help="Build share K of N alone, into --site-dir, for `briefs assemble`.")
@click.option("--in-place", is_flag=True, help="Replace file by file, in a folder that a container has mounted.")
@click.option("--timings", is_flag=True, help="Say at the end where the time went.")
@no_cache
@config_file
@as_of
def command(
    site_dir: Path | None,
    strict: bool,
    verify: bool,
    shard: str | None,
    in_place: bool,
    timings: bool,
    no_cache: bool,
    config_file: Path,
    as_of: Date | None,
) -> None:
    """Build the site. With errors nothing is built, and the site that was there stays."""
    if shard and (verify or not site_dir):
        raise click.UsageError("--shard needs a folder of its own, named with --site-dir, and no --verify.")
    _, settings, faults = build.read_settings(config_file)
    missing = build.missing_folders(config_file.resolve().parent, settings)
    if faults or missing or not settings.url or (not as_of and build.wrong_epoch(os.environ, config_file.name)):
        # MkDocs would stop at the first of these, in its own words.
        stop_if_unfit(read_edition(config_file, as_of, no_cache=no_cache)[0])
    zone = settings.options.timezone
    day = build.edition_day(as_of, os.environ, zone)
    words = ["build", "--config-file", str(config_file.resolve()), *(["--strict"] if strict else [])]
    into = ["--site-dir", str(site_dir.resolve())] if site_dir else []
    asked = {SHARD: shard or "", IN_PLACE: "1" if in_place else "", publish.TIMINGS: "1" if timings else ""}
    given = {name: value for name, value in asked.items() if value}
    status = run([*words, *into], day, zone, no_cache=no_cache, given=given)
    if status:
        sys.exit(1)
    site = site_dir or config_file.parent / settings.site_dir
    click.echo(f"Built into {site}." if not shard else f"Share {shard} of the site is in {site}.", err=True)
    if verify:
        _verify(differences(site, words, day, zone))


def _verify(found: list[str] | None) -> None:
    """Say in what a second build differs, and leave with status 1 if it does."""
    if found is None:
        raise click.ClickException("The second build failed.")
    for line in found[:SHOWN]:
        click.echo(line, err=True)
    if len(found) > SHOWN:
        click.echo(f"… and {len(found) - SHOWN} more.", err=True)
    if found:
        raise click.ClickException(f"A second build differs in {len(found)} {'file' if len(found) == 1 else 'files'}.")
    click.echo("Built again from nothing, with the same bytes.", err=True)
