"""All files together: read, checked against each other and linked, as of a day."""

from collections.abc import Iterable, Mapping
from datetime import date as Date

from generator.diagnostics import Diagnostic
from generator.edition import linking
from generator.edition.archive import Archive, Reading, Slot
from generator.edition.claims import Claim
from generator.edition.documents import Document, Key
from generator.edition.edition import Edition
from generator.edition.sources import KnownSource, SourceKey
from generator.model import KINDS
from generator.settings import Settings


def link(
    documents: Iterable[Document], settings: Settings, day: Date, written_by_hand: Mapping[str, str], *, preview: bool = False
) -> Edition:
    """Link files that were read into an edition as of `day`. Of two files for one entry, the last one by name counts."""
    found = sorted(documents, key=lambda document: document.file)
    slots = {d.key: Slot(d.file, d.file, lambda d=d: Reading(d)) for d in found}  # type: ignore[misc]
    files = frozenset(document.file for document in found)
    return Edition(Archive(slots, files, written_by_hand), settings, day, preview=preview)


def link_findings(edition: Edition) -> tuple[Diagnostic, ...]:
    """Return every wrong reference of every file, and every address that is taken twice."""
    each = (edition.ask(linking.links, key) for key in edition.all_keys())
    return (*(finding for known in each if known for finding in known.findings), *across_files(edition))


def across_files(edition: Edition) -> tuple[Diagnostic, ...]:
    """Return what is wrong between files: with translations, and addresses that are taken twice."""
    return (*edition.ask(linking.translation_findings), *edition.ask(linking.collision_findings))


__all__ = [
    "KINDS",
    "Archive",
    "Claim",
    "Document",
    "Edition",
    "Key",
    "KnownSource",
    "Reading",
    "Slot",
    "SourceKey",
    "across_files",
    "link",
    "link_findings",
]
