"""The states of a site that can be compared: the files as they are, and those of a revision in Git."""

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import click

from generator import build
from generator.cli.parts.git import Repository, Unanswered
from generator.history import Side
from generator.settings import Settings, read

YOUR_FILES = "your files"


@dataclass(frozen=True, slots=True)
class State:
    """A state of a site, and what it is called."""

    side: Side
    called: str


def as_it_is(config_file: Path) -> State:
    """Return the files of a site as they are now."""
    text, settings, _ = build.read_settings(config_file)
    inputs = build.gather(config_file.resolve().parent, settings, config_file.name, text)
    return State(_side(inputs, settings), YOUR_FILES)


def at_revision(config_file: Path, called: str, *, where_left: bool = False) -> State:
    """Return the files of a site at a revision; say so on the terminal where there was no folder of briefs.

    With `where_left`, they are those of the revision at which the present branch left it. Raises `Unanswered` where Git cannot
    tell. The site may be any folder of the repository.
    """
    repository = Repository.around(config_file.resolve().parent)
    revision = repository.revision(called)
    if where_left:
        revision = repository.where_left(revision)
    text, settings, _ = build.read_settings(config_file)
    then = repository.files(revision, config_file.name, (config_file.suffix.lower(),)).get(config_file.name)
    if then is not None:
        text = then.decode("utf-8-sig", "replace")
        settings, _, _ = read(text, config_file.name)
    folder = settings.options.briefs_dir
    found = repository.files(revision, folder, build.ENDINGS)
    if not found:
        click.echo(f"There was no folder `{folder}` at {called}: everything counts as new.", err=True)
    entries: dict[str, bytes | None] = {file: data for file, data in found.items() if not _is_hidden(file, folder)}
    inputs = build.Inputs(config_file.name, text, entries, {})
    return State(_side(inputs, settings), called)


def _is_hidden(file: str, folder: str) -> bool:
    return any(part.startswith(".") for part in PurePosixPath(file).relative_to(folder).parts)


def _side(inputs: build.Inputs, settings: Settings) -> Side:
    folder = settings.options.briefs_dir
    return Side.of(inputs.entries, folder, lambda file, data: build.read_entry(file, data, folder))


__all__ = ["YOUR_FILES", "State", "Unanswered", "as_it_is", "at_revision"]
