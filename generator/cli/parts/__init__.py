"""What several commands need: their common options, the edition of a site, and printing its findings."""

import os
import shutil
import sys
from datetime import date as Date
from datetime import datetime
from pathlib import Path

import click

from generator import build
from generator.build import Checked
from generator.diagnostics import Diagnostic
from generator.reporters import DEFAULT, reporter
from generator.settings import DEFAULT_FILE, Settings

config_file = click.option(
    "-f",
    "--config-file",
    default=DEFAULT_FILE,
    show_default=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The mkdocs.yml of the site.",
)


def _day(context: click.Context, parameter: click.Parameter, value: datetime | None) -> Date | None:
    if value and value.year not in build.YEARS:
        raise click.BadParameter(f"the year lies between {build.YEARS[0]} and {build.YEARS[-1]}.")
    return value.date() if value else None


as_of = click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), callback=_day, help="The edition date; without it, today.")


no_cache = click.option("--no-cache", is_flag=True, help=f"Read every file anew, and keep nothing in {build.CACHE}.")


def read_edition(
    config_file: Path, as_of: Date | None, *, no_cache: bool = False, site: build.Site | None = None
) -> tuple[Checked, Settings]:
    """Read and check the site of a `mkdocs.yml`; a `site` that is watched was read before."""
    text, settings, faults = build.read_settings(config_file)
    faults += () if as_of else build.wrong_epoch(os.environ, config_file.name)
    day = build.edition_day(as_of, os.environ, settings.options.timezone)
    root = config_file.resolve().parent
    inputs = build.gather(root, settings, config_file.name, text)
    cache = None if no_cache else root / build.CACHE
    site = site or build.Site(hands=build.hands(), cache=cache)
    checked = site.read(inputs, settings, day, settings_findings=faults)
    checked.keep()
    return checked, settings


def print_findings(form: str, findings: tuple[Diagnostic, ...], checked: Checked, *, err: bool = False) -> None:
    """Print findings in a format, in colour and to the width of the terminal if there is one."""
    stream = sys.stderr if err else sys.stdout
    terminal = stream.isatty()
    width = shutil.get_terminal_size().columns if terminal else 120
    colour = terminal and "NO_COLOR" not in os.environ
    report = reporter(form)(findings, checked.texts, colour=colour, width=width, checked=len(checked.texts) - 1)
    click.echo(report, nl=False, err=err, color=colour)


def stop_if_unfit(checked: Checked) -> None:
    """Print what was found, and leave with status 1 if it stops publishing."""
    print_findings(DEFAULT, checked.findings, checked, err=True)
    if not checked.publishable:
        sys.exit(1)
