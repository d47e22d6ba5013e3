"""The straight line: read, parse, link, check. Paths, texts and the edition date come in; an edition and findings go out.

What the faces do with the result (show it, stop, render and publish) is theirs. Nothing here touches disk, clock or log.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date as Date

from generator import reader
from generator.build.files import Given, ReadAll, read_each, read_file
from generator.build.pictures import pictures_of
from generator.diagnostics import Diagnostic, Place, Severity, has_errors, in_order
from generator.edition import Document, Edition, Key, SourceKey, link
from generator.edition.documents import identify
from generator.edition.texts import source_of, strays
from generator.rules import CheckAll, check
from generator.settings import Settings, missing_url


@dataclass(frozen=True, slots=True)
class Inputs:
    """What lies in a site's folder. Names of files are relative to that folder, with `/`."""

    config_file: str
    config: str
    """The text of `mkdocs.yml`."""
    entries: Mapping[str, bytes | None]
    """The files below the folder of the briefs, by name; without bytes, a file that nobody can open."""
    written_by_hand: Mapping[str, str]
    """The addresses of the hand-written pages, with the file of each."""
    missing: Mapping[str, str] = field(default_factory=dict)
    """The folders that the settings name and that are not there, by the name of the setting."""
    pictures: Mapping[str, bytes | None] = field(default_factory=dict)
    """The picture files in the folders of briefs, by name; without bytes, a file that nobody can open."""
    source_texts: Mapping[str, bytes | None] = field(default_factory=dict)
    """The kept texts of sources, by the names of their files. They are checked against, and never published."""


@dataclass(frozen=True, slots=True)
class Checked:
    """An edition with all that was found in its files. `texts` holds the text of every file, for the reports."""

    edition: Edition
    findings: tuple[Diagnostic, ...]
    texts: Mapping[str, str]

    @property
    def publishable(self) -> bool:
        """Whether nothing stops publishing."""
        return not has_errors(self.findings)


def read_edition(
    inputs: Inputs,
    settings: Settings,
    day: Date,
    *,
    preview: bool = False,
    settings_findings: tuple[Diagnostic, ...] = (),
    read_all: ReadAll = read_each,
    check_all: CheckAll = check,
) -> Checked:
    """Read, parse, link and check all files of a site as of `day`; report every fault of every file in one run.

    How the files are read, and how the rules look at them, may be told: all at once, or with what is known from earlier.
    """
    findings = [*settings_findings, *missing_url(settings, inputs.config_file, preview=preview), *_missing(inputs)]
    texts: dict[str, str] = {inputs.config_file: inputs.config}
    documents: list[Document] = []
    unread: list[Key] = []
    given: list[tuple[Key, Given]] = []
    for file, data in sorted(inputs.entries.items()):
        key = identify(file, settings.options.briefs_dir)
        if isinstance(key, Diagnostic):
            findings.append(key)
            continue
        if data is None:
            findings.append(cannot_open(file))
            unread.append(key)
            continue
        given.append((key, Given(file, data, key.kind)))
    for (key, (file, data, _)), done in zip(given, read_all([one for _, one in given]), strict=True):
        texts[file] = done.text
        findings.extend(done.findings)
        if done.parsed is None:
            unread.append(key)
        else:
            documents.append(Document(key, file, done.parsed, reader.ReadAgain(file, data)))
    pictures, unfit = pictures_of(documents, inputs.pictures)
    findings.extend(unfit)
    kept, files = _source_texts(inputs, settings.options.briefs_dir)
    by_hand = inputs.written_by_hand
    edition, unlinked = link(documents, unread, settings, day, by_hand, preview=preview, pictures=pictures, texts=kept)
    findings.extend(unlinked)
    findings.extend(cannot_open(file) for file, data in sorted(inputs.source_texts.items()) if data is None)
    if not (edition.unread or edition.broken):  # else the source may be listed where nothing could be read
        findings.extend(strays(files, edition.sources))
    findings.extend(check_all(edition))
    return Checked(edition, in_order(findings), texts)


def _source_texts(inputs: Inputs, folder: str) -> tuple[dict[SourceKey, str], dict[SourceKey, str]]:
    """Return the kept texts by their sources, and the file of each; what is not UTF-8 in them becomes replacement characters."""
    kept: dict[SourceKey, str] = {}
    files: dict[SourceKey, str] = {}
    for file, data in sorted(inputs.source_texts.items()):
        if data is not None and (source := source_of(file, folder)):
            kept[source], files[source] = data.decode("utf-8-sig", errors="replace"), file
    return kept, files


def read_entry(file: str, data: bytes, folder: str) -> Document | None:
    """Read one file alone, below the `folder` of the briefs; without an answer, nothing in it can be read."""
    key = identify(file, folder)
    parsed = None if isinstance(key, Diagnostic) else read_file(Given(file, data, key.kind)).parsed
    return Document(key, file, parsed, reader.ReadAgain(file, data)) if isinstance(key, Key) and parsed else None


def cannot_open(file: str) -> Diagnostic:
    """Return the finding for a file that is listed in its folder and that nobody can open."""
    help = "If it is a link, see where it leads; else see whether you may read it."
    return Diagnostic("unreadable-file", Severity.ERROR, "This file cannot be opened.", Place(file), help=help)


def _missing(inputs: Inputs) -> Iterator[Diagnostic]:
    for setting, folder in inputs.missing.items():
        message = f"There is no folder `{folder}` beside this file."
        help = f"Make it, or name the right one with `{setting}:`."
        yield Diagnostic("settings", Severity.ERROR, message, Place(inputs.config_file), help=help)
