"""`briefs write`: a complete project on disk for any Markdown publisher."""

from dataclasses import replace
from datetime import date as Date
from pathlib import Path

import click

from generator import build, publish
from generator.cli.parts import as_of, config_file, read_edition, stop_if_unfit


@click.command(name="write")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@config_file
@as_of
def command(folder: Path, config_file: Path, as_of: Date | None) -> None:
    """Write a complete project for any Markdown publisher into DIR, which must be empty or hold an older one."""
    try:
        taken = folder.exists() and any(folder.iterdir()) and not (folder / build.MARKER).exists()
    except OSError as error:
        raise click.ClickException(f"{folder} cannot be opened: {error.strerror}.") from None
    if taken:
        raise click.UsageError(f"{folder} holds other files. Name an empty or a new folder.")
    checked, settings = read_edition(config_file, as_of)
    root = config_file.resolve().parent
    for read in (settings.docs_dir, settings.options.briefs_dir):
        if folder.resolve().is_relative_to((root / read).resolve()):
            raise click.UsageError(f"{folder} lies in {read}, where the next run would read it. Name another folder.")
    by_hand, closed = build.read_by_hand(root, settings)
    stop_if_unfit(replace(checked, findings=(*checked.findings, *map(build.cannot_open, closed))))
    try:
        build.replace_files(folder, publish.project(checked.edition, checked.texts[config_file.name], by_hand))
    except OSError as error:
        raise click.ClickException(f"{folder} cannot be written: {error.strerror}.") from None
    click.echo(f"Written to {folder}. Build it there with: mkdocs build", err=True)
