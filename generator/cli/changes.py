"""`briefs changes`: what changed in meaning between two revisions, or since one."""

import os
import re
import shutil
import sys
from pathlib import Path

import click

from generator.cli.parts import config_file
from generator.cli.parts.past import as_it_is, at_revision
from generator.history import compare
from generator.history.report import DEFAULT, formats, reporter

NOW = "HEAD"


@click.command(name="changes")
@click.argument("revisions", required=False, default=NOW, metavar="[REV..REV]")
@click.option("--format", "form", type=click.Choice(formats()), default=DEFAULT, show_default=True, help="How to report.")
@config_file
def command(revisions: str, form: str, config_file: Path) -> None:
    """Say what changed in meaning: claims, quotes, figures, sources, questions; not white space and slips of the finger.

    REV..REV compares two revisions of the Git repository, REV alone that one with your files as they are; without any, HEAD.
    """
    found = re.fullmatch(r"(.*?)(?:(\.\.)(?!\.)(.*))?", revisions)
    if not found or "..." in revisions:
        raise click.UsageError("Write two dots between two revisions, as in `main..HEAD`.")
    today = as_it_is(config_file)
    before = at_revision(config_file, found[1] or NOW)
    after = at_revision(config_file, found[3] or NOW) if found[2] else today
    compared = compare(before.side, after.side, today.side if found[2] else None)
    terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if terminal else 100
    colour = terminal and "NO_COLOR" not in os.environ
    report = reporter(form)(compared, before.called, after.called, colour=colour, width=width)
    click.echo(report, nl=False, color=colour)
