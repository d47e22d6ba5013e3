"""`briefs init`: another site that uses this generator."""

import json
import os
from importlib.metadata import distribution
from pathlib import Path

import click

from generator import __version__, build
from generator.cli.parts.saving import create_file
from generator.scaffold import new_site

NOWHERE = f"briefs @ git+https://generator.example.org/briefs@v{__version__}"
"""What stands in `requirements.txt` where nobody can know where the generator came from; the file says what to do."""


@click.command(name="init")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option("--name", default="", help="The name of the site. Without it, that of the folder.")
@click.option("--generator", "requirement", default="", metavar="WHAT", help="What pip installs as the generator.")
def command(folder: Path, name: str, requirement: str) -> None:
    """Start another site in DIR, a new or an empty folder: settings, one example brief, workflows for GitHub and GitLab."""
    try:
        there = sorted(path.name for path in folder.iterdir() if path.name != ".git") if folder.exists() else []
    except OSError as error:
        raise click.ClickException(f"{folder} cannot be opened: {error.strerror}.") from None
    if there:
        more = f" and {len(there) - 3} more" if len(there) > 3 else ""
        raise click.UsageError(f"{folder} holds files already: {', '.join(there[:3])}{more}. Name a new or an empty folder.")
    from_where = requirement or _installed_from()
    title = name or folder.resolve().name.replace("-", " ").replace("_", " ").capitalize()
    for file, data in new_site(title, build.edition_day(None, os.environ, "Etc/UTC"), from_where).items():
        if told := create_file(folder, Path(file), data):
            raise click.ClickException(f"{folder / file} {told}")
    click.echo(f"Written to {folder}. Next:")
    click.echo(f"  cd {folder}\n  briefs serve")
    if from_where == NOWHERE:
        click.echo("Before others work on it, write into requirements.txt where the generator comes from; the file says how.")


def _installed_from() -> str:
    """Return the requirement that installs this very generator again, as pip noted it down (PEP 610)."""
    note = json.loads(distribution("briefs").read_text("direct_url.json") or "{}")
    commit = note.get("vcs_info", {}).get("commit_id")
    if commit:
        return f"briefs @ {note['vcs_info']['vcs']}+{note['url']}@{commit}"
    return f"briefs @ {note['url']}" if str(note.get("url", "")).startswith("https://") else NOWHERE
