"""The command line: `briefs check`, `briefs schema`, `briefs write`, `briefs build`.

Exit status: 0 fine, 1 errors found (with `--strict`, warnings too), 2 wrong usage.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from datetime import date as Date
from datetime import datetime
from pathlib import Path

import click

from generator import __version__, build
from generator.build import Checked
from generator.diagnostics import Diagnostic, has_errors
from generator.model.schema import schema as schema_of_briefs
from generator.reporters import DEFAULT, formats, reporter
from generator.settings import DEFAULT_FILE, Settings, read

config_file = click.option(
    "-f",
    "--config-file",
    default=DEFAULT_FILE,
    show_default=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The mkdocs.yml of the site.",
)


def _day(context: click.Context, parameter: click.Parameter, value: datetime | None) -> Date | None:
    return value.date() if value else None


as_of = click.option(
    "--as-of", type=click.DateTime(["%Y-%m-%d"]), callback=_day, help="The edition date; without it, today."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="briefs")
def main() -> None:
    """Turn briefs, one YAML file for each development, into a briefing site."""


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--format", "form", type=click.Choice(formats()), default=DEFAULT, show_default=True, help="How to report.")
@click.option("--strict", is_flag=True, help="Let warnings fail too.")
@config_file
@as_of
def check(paths: tuple[Path, ...], form: str, strict: bool, config_file: Path, as_of: Date | None) -> None:
    """Report every finding of every file, or of the files and folders in PATHS. Prints nothing when all is well."""
    checked, _ = _edition(config_file, as_of)
    root = config_file.resolve().parent
    findings = _below(checked.findings, [path.resolve() for path in paths], root)
    _print(form, findings, checked)
    sys.exit(1 if has_errors(findings) or (strict and findings) else 0)


@main.command()
def schema() -> None:
    """Print the JSON Schema of a brief."""
    click.echo(json.dumps(schema_of_briefs(), indent=2, ensure_ascii=False))


@main.command()
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@config_file
@as_of
def write(folder: Path, config_file: Path, as_of: Date | None) -> None:
    """Write a complete project for any Markdown publisher into DIR, which must be empty or hold an older one."""
    if folder.exists() and any(folder.iterdir()) and not (folder / build.MARKER).exists():
        raise click.UsageError(f"{folder} holds other files. Name an empty or a new folder.")
    checked, settings = _edition(config_file, as_of)
    _stop_if_unfit(checked)
    docs = config_file.resolve().parent / settings.docs_dir
    by_hand = {path.relative_to(docs).as_posix(): path.read_bytes() for path in build.files_below(docs)}
    build.replace_files(folder, build.project(checked.edition, checked.texts[config_file.name], by_hand))
    click.echo(f"Written to {folder}. Build it there with: mkdocs build", err=True)


@main.command(name="build")
@click.option("-d", "--site-dir", type=click.Path(file_okay=False, path_type=Path), help="The folder of the site.")
@click.option("--strict", is_flag=True, help="Let warnings fail too.")
@config_file
@as_of
def build_site(site_dir: Path | None, strict: bool, config_file: Path, as_of: Date | None) -> None:
    """Build the site. With errors nothing is built, and the site that was there stays."""
    settings, _, _ = read(build.read_text(config_file), config_file.name)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(config_file)]
    command += ["--site-dir", str(site_dir.resolve())] if site_dir else []
    command += ["--strict"] if strict else []
    environment = {"NO_MKDOCS_2_WARNING": "1", **os.environ}
    if as_of:
        environment["SOURCE_DATE_EPOCH"] = str(build.epoch_of(as_of, settings.options.timezone))
    status = subprocess.run(command, env=environment, check=False).returncode
    if status == 0:
        click.echo(f"Built into {site_dir or config_file.parent / settings.site_dir}.", err=True)
    sys.exit(min(status, 1))


def _edition(config_file: Path, as_of: Date | None) -> tuple[Checked, Settings]:
    text = build.read_text(config_file)
    settings, _, faults = read(text, config_file.name)
    day = build.edition_day(as_of, os.environ, settings.options.timezone)
    inputs = build.gather(config_file.resolve().parent, settings, config_file.name, text)
    return build.read_edition(inputs, settings, day, settings_findings=faults), settings


def _below(findings: Iterable[Diagnostic], paths: list[Path], root: Path) -> tuple[Diagnostic, ...]:
    if not paths:
        return tuple(findings)
    return tuple(f for f in findings if any((root / f.place.file).is_relative_to(path) for path in paths))


def _print(form: str, findings: tuple[Diagnostic, ...], checked: Checked, *, err: bool = False) -> None:
    stream = sys.stderr if err else sys.stdout
    terminal = stream.isatty()
    width = shutil.get_terminal_size().columns if terminal else 120
    colour = terminal and "NO_COLOR" not in os.environ
    report = reporter(form)(findings, checked.texts, colour=colour, width=width, checked=len(checked.texts) - 1)
    click.echo(report, nl=False, err=err, color=colour)


def _stop_if_unfit(checked: Checked) -> None:
    _print(DEFAULT, checked.findings, checked, err=True)
    if not checked.publishable:
        sys.exit(1)
