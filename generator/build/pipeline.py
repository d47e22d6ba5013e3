"""The straight line: read, parse, link, check. Paths, texts and the edition date come in; an edition and findings go out.

What the faces do with the result (show it, stop, render and publish) is theirs. Nothing here touches disk, clock or log.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date as Date

from generator import model, reader
from generator.diagnostics import Diagnostic, has_errors, in_order
from generator.edition import Document, Edition, Key, link
from generator.edition.documents import identify
from generator.rules import check
from generator.settings import Settings, missing_url


@dataclass(frozen=True, slots=True)
class Inputs:
    """What lies in a site's folder. Names of files are relative to that folder, with `/`."""

    config_file: str
    config: str
    """The text of `mkdocs.yml`."""
    entries: Mapping[str, bytes]
    """The files below the folder of the briefs, by name."""
    written_by_hand: Mapping[str, str]
    """The addresses of the hand-written pages, with the file of each."""


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
    inputs: Inputs, settings: Settings, day: Date, *, preview: bool = False, settings_findings: tuple[Diagnostic, ...] = ()
) -> Checked:
    """Read, parse, link and check all files of a site as of `day`; report every fault of every file in one run."""
    findings = [*settings_findings, *missing_url(settings, inputs.config_file, preview=preview)]
    texts: dict[str, str] = {inputs.config_file: inputs.config}
    documents: list[Document] = []
    unread: list[Key] = []
    for file, data in sorted(inputs.entries.items()):
        key = identify(file, settings.options.briefs_dir)
        if isinstance(key, Diagnostic):
            findings.append(key)
            continue
        reading = reader.read(data, file)
        texts[file] = reading.text
        findings.extend(reading.diagnostics)
        if reading.root is None or has_errors(reading.diagnostics):
            unread.append(key)
            continue
        where = reader.Positions(file, reading.root)
        parsed, faults = model.parse(reader.plain(reading.root), key.kind, where)
        findings.extend(faults)
        documents.append(Document(key, file, parsed, where))
    edition, unlinked = link(documents, unread, settings, day, inputs.written_by_hand, preview=preview)
    findings.extend(unlinked)
    findings.extend(check(edition))
    return Checked(edition, in_order(findings), texts)
