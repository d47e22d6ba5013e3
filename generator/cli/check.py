"""`briefs check`: every finding of every file."""

import os
import sys
import time
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date as Date
from pathlib import Path

import click

from generator import build
from generator.build import Checked
from generator.cli.parts import as_of, config_file, no_cache, print_findings, read_edition
from generator.cli.parts.saving import replace_file
from generator.diagnostics import Diagnostic, Place, has_errors, in_order
from generator.reporters import DEFAULT, formats
from generator.reporters.parts.characters import visible

# What only an option needs is imported where the option is used: nobody waits for it at every check.

FROM_THE_REPOSITORY = ("github", "gitlab", "sarif")
"""The formats whose readers expect the names of files as the repository has them, not as the site's folder has them."""
A_LOOK = 0.5
"""Seconds between two looks at the files under `--watch`."""


@click.command(name="check")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--format", "form", type=click.Choice(formats()), default=DEFAULT, show_default=True, help="How to report.")
@click.option("--strict", is_flag=True, help="Let warnings fail too.")
@click.option("--fix", is_flag=True, help="First write what leaves no doubt into the files; nothing else in them changes.")
@click.option(
    "--since",
    metavar="REV",
    help="Also find what changed since a revision of Git and no note tells readers; of a branch, since yours left it.",
)
@click.option("--watch", is_flag=True, help="Check again whenever a file is saved, until Ctrl-C.")
@no_cache
@config_file
@as_of
def command(
    paths: tuple[Path, ...],
    form: str,
    strict: bool,
    fix: bool,
    since: str | None,
    watch: bool,
    no_cache: bool,
    config_file: Path,
    as_of: Date | None,
) -> None:
    """Report every finding of every file, or of the files and folders in PATHS. Prints nothing when all is well."""
    if fix and watch:
        raise click.UsageError("Use --fix or --watch: a file that is open in your editor is not changed behind your back.")
    if fix:
        _fix(paths, config_file, as_of)
    if watch:
        _watch(paths, form, since, config_file, as_of, no_cache=no_cache)
        return
    findings = _check(paths, form, since, config_file, as_of, no_cache=no_cache)
    sys.exit(1 if has_errors(findings) or (strict and findings) else 0)


def _check(
    paths: tuple[Path, ...],
    form: str,
    since: str | None,
    config_file: Path,
    as_of: Date | None,
    *,
    no_cache: bool,
    site: build.Site | None = None,
) -> tuple[Diagnostic, ...]:
    checked, _ = read_edition(config_file, as_of, no_cache=no_cache, site=site)
    if since is not None:
        checked = replace(checked, findings=in_order((*checked.findings, *_since(since, config_file, checked.edition.day))))
    root = config_file.resolve().parent
    findings = _below(checked.findings, [path.resolve() for path in paths], root)
    if form in FROM_THE_REPOSITORY and (folder := _below_repository(root)):
        checked, findings = _moved(checked, folder), tuple(_placed(finding, folder) for finding in findings)
    print_findings(form, findings, checked)
    if form == "github" and (file := os.environ.get("GITHUB_STEP_SUMMARY")):
        from generator.reporters.github import summary

        with Path(file).open("a", encoding="utf-8") as page:
            page.write(summary(findings, checked.texts, checked=len(checked.texts) - 1))
    return findings


def _since(revision: str, config_file: Path, day: Date) -> tuple[Diagnostic, ...]:
    from generator.cli.parts.past import as_it_is, at_revision
    from generator.history import compare, unnoted

    before, after = at_revision(config_file, revision, where_left=True), as_it_is(config_file)
    return unnoted(compare(before.side, after.side), before.side, after.side, day, revision)


def _fix(paths: tuple[Path, ...], config_file: Path, as_of: Date | None) -> None:
    from generator.fix import fix as mend

    text, settings, _ = build.read_settings(config_file)
    root, day = config_file.resolve().parent, build.edition_day(as_of, os.environ, settings.options.timezone)
    inputs = build.gather(root, settings, config_file.name, text)
    chosen = [path.resolve() for path in paths]

    def findings_of(files: Mapping[str, bytes]) -> tuple[Diagnostic, ...]:
        return build.read_edition(replace(inputs, entries={**inputs.entries, **files}), settings, day).findings

    def wanted(file: str) -> bool:
        return not chosen or any((root / file).resolve().is_relative_to(path) for path in chosen)

    done = mend({file: data for file, data in inputs.entries.items() if data is not None}, findings_of, wanted)
    refused = {
        file: told for file, data in done.files.items() if (told := replace_file(root / file, inputs.entries[file] or b"", data))
    }
    for finding in done.mended:
        if finding.place.file in refused:
            continue
        line = f":{finding.place.span.line}" if finding.place.span else ""
        click.echo(visible(f"Mended: {finding.place.file}{line}: {finding.message}"), err=True)
    if refused:
        raise click.ClickException("\n".join(visible(f"{file} {told}") for file, told in refused.items()))


def _below(findings: Iterable[Diagnostic], paths: list[Path], root: Path) -> tuple[Diagnostic, ...]:
    if not paths:
        return tuple(findings)
    return tuple(f for f in findings if any((root / f.place.file).resolve().is_relative_to(path) for path in paths))


def _below_repository(root: Path) -> str:
    """Return the site's folder as its Git repository names it; empty at the top, or without a repository."""
    top = next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), root)
    return "" if top == root else f"{root.relative_to(top).as_posix()}/"


def _moved(checked: Checked, folder: str) -> Checked:
    return replace(checked, texts={f"{folder}{file}": text for file, text in checked.texts.items()})


def _placed(finding: Diagnostic, folder: str) -> Diagnostic:
    related = tuple(replace(other, place=_at(other.place, folder)) for other in finding.related)
    return replace(finding, place=_at(finding.place, folder), related=related)


def _at(place: Place, folder: str) -> Place:
    return replace(place, file=f"{folder}{place.file}")


def _watch(
    paths: tuple[Path, ...], form: str, since: str | None, config_file: Path, as_of: Date | None, *, no_cache: bool
) -> None:
    seen: object = None
    site = build.Site(watched=True)
    while True:
        _, settings, _ = build.read_settings(config_file)
        now = build.state_of(config_file, settings)
        if now != seen:
            click.clear()
            if not _check(paths, form, since, config_file, as_of, no_cache=no_cache, site=site):
                click.echo("All is well. Waiting for the next change; Ctrl-C ends this.")
            seen = now
        time.sleep(A_LOOK)
