"""The straight line: read, parse, link, check. Paths, texts and the edition date come in; an edition and findings go out.

What the faces do with the result (show it, stop, render and publish) is theirs. Nothing here touches disk, clock or log.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date as Date
from functools import lru_cache, partial
from hashlib import blake2b

from generator import reader
from generator.asking import Memory, kept, large
from generator.asking.asked import Load, nothing_kept
from generator.build.files import Given, read_file
from generator.build.hands import crew
from generator.build.pictures import Pictures, picture_findings
from generator.diagnostics import Diagnostic, Place, Severity, has_errors, in_order
from generator.edition import (
    Archive,
    Document,
    Edition,
    Key,
    Reading,
    Slot,
    across_files,
    known_sources,
    linking,
    told,
)
from generator.edition.archive import same_files
from generator.edition.documents import home_of, identify, misplaced
from generator.edition.reading import document, filing, name_of, outline, reading
from generator.edition.texts import strays, texts_of
from generator.rules import check, extracts
from generator.settings import Settings, missing_url

UNREADABLE = "unreadable-file"
Question = Callable[[Edition, Key], object]
EXTRACTS: tuple[Question, ...] = (
    name_of,
    linking.links,
    filing,
    known_sources.pieces_in,
    known_sources.publishers_of,
    told.counted_in,
    extracts,
)
"""What is asked of every file before any is checked: the others rest on it."""


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
    found: tuple[Diagnostic, ...] = ()
    """What is wrong with the files as files: what cannot be read, and names that other systems cannot keep."""


@dataclass(frozen=True, slots=True)
class Checked:
    """An edition with all that was found in its files. `texts` holds the text of every file, for the reports."""

    edition: Edition
    findings: tuple[Diagnostic, ...]
    texts: Mapping[str, str]
    keep: Callable[[], None] = lambda: None
    """Keeps on disk what was worked out, for the next run."""

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
    hands: int = 1,
    memory: Memory | None = None,
    load: Load = nothing_kept,
    earlier: Edition | None = None,
    ahead: Iterable[Question] = (),
) -> Checked:
    """Read, parse, link and check all files of a site as of `day`; report every fault of every file in one run.

    Many `hands` may share the work, and a `memory` holds what earlier runs found. `earlier` is an edition of the same site with
    the same settings, which becomes the one of today. What is asked `ahead` of every file will be needed for all of them.
    """
    findings = [*settings_findings, *missing_url(settings, inputs.config_file, preview=preview), *_missing(inputs), *inputs.found]
    known = {finding.place.file for finding in inputs.found}
    folder = settings.options.briefs_dir
    given, faults = _given(inputs, folder)
    faults += [cannot_open(file) for file, data in sorted(inputs.source_texts.items()) if data is None]
    findings += [fault for fault in faults if fault.rule != UNREADABLE or fault.place.file not in known]
    chosen = same_files(((key, one.file) for key, one in given), partial(home_of, folder))
    kept_texts, text_files = texts_of(inputs.source_texts, folder)
    shelf = _Shelf({one.file: (key, one) for key, one in given})
    slots = {key: shelf.slot(file) for key, file in chosen.items()}
    for key, one in given:
        if chosen[key] != one.file:
            findings += shelf.other_file(one.file, folder, inputs.entries.__contains__)
    slots |= {key: _closed(file) for key, file in _unopened(inputs, folder) if key not in slots}
    archive = Archive(
        slots,
        frozenset(inputs.entries),
        inputs.written_by_hand,
        Pictures(inputs.pictures),
        inputs.pictures,
        _stamps(inputs.pictures),
        kept_texts,
    )
    if earlier:
        edition = earlier.again(archive, day)
    else:
        edition = Edition(archive, settings, day, preview=preview, memory=memory, load=load)
    keys = list(edition.all_keys())
    new = [key for key in keys if edition.is_new(findings_in, key)]
    with crew(edition, hands, len(new)) as all_hands:
        for question in (outline, *EXTRACTS):
            all_hands.ask(question, new)
        all_hands.ask(findings_in, new)
        for question in ahead:
            all_hands.ask(question, [key for key in new if key in edition.documents])
    findings.extend(finding for key in keys for finding in edition.ask(findings_in, key))
    findings.extend(across_files(edition))
    if not (edition.unread or edition.broken):  # else the source may be listed where nothing could be read
        findings.extend(strays(text_files, edition.sources))
    texts = Texts(inputs, [one for _, one in given])
    return Checked(edition, in_order(findings), texts)


@kept
@large
def findings_in(edition: Edition, key: Key) -> tuple[Diagnostic, ...]:
    """Return all that is found in the file of one entry."""
    read, found, linked = edition.ask(reading, key), edition.ask(document, key), edition.ask(linking.links, key)
    findings = [*(read.findings if read else ()), *(linked.findings if linked else ())]
    if found:
        findings += picture_findings(found, edition, edition.archive.picture_files)
        findings += check(edition, (found,))
    return tuple(findings)


def _given(inputs: Inputs, folder: str) -> tuple[list[tuple[Key, Given]], list[Diagnostic]]:
    """Return the files that give entries, and what is wrong with the others."""
    given: list[tuple[Key, Given]] = []
    faults: list[Diagnostic] = []
    for file, data in sorted(inputs.entries.items()):
        key = identify(file, folder)
        if isinstance(key, Diagnostic):
            faults.append(key)
        elif data is None:
            faults.append(cannot_open(file))
        else:
            given.append((key, Given(file, data, key.kind)))
    return given, faults


def _unopened(inputs: Inputs, folder: str) -> Iterator[tuple[Key, str]]:
    for file, data in inputs.entries.items():
        if data is None and isinstance(key := identify(file, folder), Key):
            yield key, file


class _Shelf:
    """The files of a site, each read once when somebody asks for it, or all at once ahead of that."""

    def __init__(self, files: Mapping[str, tuple[Key, Given]]) -> None:
        self._files = files

    def slot(self, file: str) -> Slot:
        """Return what an edition needs to know of a file."""
        return Slot(file, _stamp(self._files[file][1].data), partial(self.reading, file))

    def reading(self, file: str) -> Reading:
        """Return what is read of a file."""
        key, given = self._files[file]
        parsed, findings = read_file(given)
        return Reading(Document(key, file, parsed, reader.ReadAgain(file, given.data)) if parsed else None, findings)

    def other_file(self, file: str, folder: str, is_file: Callable[[str], bool]) -> Iterator[Diagnostic]:
        """Yield what is found in a file whose entry another file gives."""
        read = self.reading(file)
        yield from read.findings
        if read.document and (stray := misplaced(read.document, folder, is_file)):
            yield stray


def _closed(file: str) -> Slot:
    """Return what an edition needs to know of a file that nobody can open."""
    return Slot(file, "", lambda: Reading(None))


class Texts(Mapping[str, str]):
    """The texts of all files by their names, for the reports."""

    def __init__(self, inputs: Inputs, given: Iterable[Given]) -> None:
        self._config = (inputs.config_file, inputs.config)
        self._files = {one.file: one.data for one in given}

    def __getitem__(self, file: str) -> str:
        return self._config[1] if file == self._config[0] else reader.decode(self._files[file], file).text

    def __contains__(self, file: object) -> bool:
        return file == self._config[0] or file in self._files

    def __iter__(self) -> Iterator[str]:
        yield self._config[0]
        yield from self._files

    def __len__(self) -> int:
        return 1 + len(self._files)


@lru_cache(maxsize=100_000)  # a preview has the same files again
def _stamp(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()


def _stamps(files: Mapping[str, bytes | None]) -> dict[str, str]:
    return {name: _stamp(data or b"") for name, data in files.items()}


def read_entry(file: str, data: bytes, folder: str) -> Document | None:
    """Read one file alone, below the `folder` of the briefs; without an answer, nothing in it can be read."""
    key = identify(file, folder)
    parsed = None if isinstance(key, Diagnostic) else read_file(Given(file, data, key.kind))[0]
    return Document(key, file, parsed, reader.ReadAgain(file, data)) if isinstance(key, Key) and parsed else None


def cannot_open(file: str) -> Diagnostic:
    """Return the finding for a file that is listed in its folder and that nobody can open."""
    help = "If it is a link, see where it leads; else see whether you may read it."
    return Diagnostic(UNREADABLE, Severity.ERROR, "This file cannot be opened.", Place(file), help=help)


def _missing(inputs: Inputs) -> Iterator[Diagnostic]:
    for setting, folder in inputs.missing.items():
        message = f"There is no folder `{folder}` beside this file."
        help = f"Make it, or name the right one with `{setting}:`."
        yield Diagnostic("settings", Severity.ERROR, message, Place(inputs.config_file), help=help)
