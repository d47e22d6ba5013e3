"""`briefs new`: a new brief to fill in."""

from datetime import date as Date
from pathlib import Path

import click

from generator.cli.parts import as_of, config_file, read_edition
from generator.cli.parts.saving import create_file
from generator.diagnostics import Diagnostic
from generator.scaffold import new_brief


@click.command(name="new")
@click.argument("title")
@click.option("--date", "when", default="", metavar="DATE", help="When it happened: 2021-11-16, or 2021-11. Without it, today.")
@click.option("--storyline", default="", metavar="ID", help="The storyline that it belongs to.")
@click.option("--slug", default="", metavar="NAME", help="The file's name, where the title makes no good one.")
@config_file
@as_of
def command(title: str, when: str, storyline: str, slug: str, config_file: Path, as_of: Date | None) -> None:
    """Write a brief to fill in, with a note on each field. TITLE is its headline, in quotation marks."""
    checked, settings = read_edition(config_file, as_of)
    found = new_brief(title, checked.edition, date=when, storyline=storyline, slug=slug)
    if isinstance(found, Diagnostic):
        raise click.ClickException(f"{found.message} {found.help}")
    root = config_file.resolve().parent
    briefs = root / settings.options.briefs_dir
    if told := create_file(briefs, (root / found.file).relative_to(briefs), found.text.encode()):
        raise click.ClickException(f"{found.file} {told}")
    click.echo(f"Written: {found.file}")
    click.echo("Open it and fill it in. `briefs check` says what is still missing, and `briefs serve` shows the page.")
