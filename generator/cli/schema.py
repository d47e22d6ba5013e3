"""`briefs schema`: the JSON Schema of the forms."""

from pathlib import Path

import click

from generator.model import KINDS
from generator.scaffold import schema_files


@click.command(name="schema")
@click.option("--kind", type=click.Choice(list(KINDS)), default="brief", show_default=True, help="The kind of entry.")
@click.option("--write", "folder", type=click.Path(file_okay=False, path_type=Path), help="Write those of all kinds here.")
def command(kind: str, folder: Path | None) -> None:
    """Print the JSON Schema of a brief, or of another kind of entry."""
    files = schema_files()
    if folder is None:
        click.echo(files[f"{kind}.json"], nl=False)
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            (folder / name).write_bytes(data)
    except OSError as error:
        raise click.ClickException(f"{folder} cannot be written: {error.strerror}.") from None
