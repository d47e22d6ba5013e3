"""`briefs assemble`: the parts of a site that several machines built, put together."""

from pathlib import Path

import click

from generator import build
from generator.cli.parts import config_file
from generator.delivery import Undelivered, assemble


@click.command(name="assemble")
@click.argument("parts", metavar="PART...", nargs=-1, required=True, type=click.Path(file_okay=False, path_type=Path))
@click.option("-d", "--site-dir", type=click.Path(file_okay=False, path_type=Path), help="The folder of the site.")
@config_file
def command(parts: tuple[Path, ...], site_dir: Path | None, config_file: Path) -> None:
    """Put the parts that `briefs build --shard` made together, one folder each. Parts that do not fit are refused."""
    _, settings, _ = build.read_settings(config_file)
    site = site_dir or config_file.parent / settings.site_dir
    if any(folder.resolve().is_relative_to(site.resolve()) for folder in parts):
        raise click.UsageError(f"A part lies in {site}, which is going to be replaced. Move it elsewhere.")
    try:
        assemble(site, parts, say=lambda line: click.echo(line, err=True))
    except Undelivered as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"Put together in {site}.", err=True)
