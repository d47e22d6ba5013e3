"""Translations: briefs that tell in another language what a brief tells already, and what is wrong with them.

A translation has a page of its own, and is no development of its own.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.diagnostics import Diagnostic, Path, Related, Severity
from generator.edition.documents import Document, Key
from generator.edition.references import Register
from generator.model.forms import Brief

FIELD: Path = ("translates",)


@dataclass(frozen=True, slots=True)
class Versions:
    """The briefs of an edition that tell the same in several languages. Each part is asked for by who wants it."""

    _originals: Callable[[], Mapping[Key, Key]]
    _translations: Callable[[], Mapping[Key, tuple[Key, ...]]]
    language: Callable[[Key], str]
    """Tells the language (BCP 47) in which an entry is written: its own, else that of the site."""

    @property
    def originals(self) -> Mapping[Key, Key]:
        """The original of each translation, where both are part of the edition."""
        return self._originals()

    @property
    def translations(self) -> Mapping[Key, tuple[Key, ...]]:
        """The translations of each brief that has any, sorted by their languages; withdrawn ones are left out."""
        return self._translations()


def translated_by(document: Document) -> str:
    """Return the id of the brief that a file translates, as its editor wrote it; empty if it translates none."""
    return next((str(reference) for path, reference in document.parsed.references if path == FIELD), "")


def faults(documents: Sequence[Document], register: Register, site: str) -> Iterator[Diagnostic]:
    """Find translations of themselves, of translations, of what is not published, and two of one brief in one language.

    `site` is the language of a brief that does not say its own.
    """
    taken: dict[tuple[Key, str], Document] = {}
    for document in documents:
        brief, original = document.entry, document.original
        if not isinstance(brief, Brief) or not brief.translates:
            continue
        if register.find(("brief",), brief.translates) == (document.key,):
            yield _fault(document, FIELD, "This brief translates itself.", "Name the brief from which it was translated.")
        elif original:
            yield from _of_the_original(document, brief, original)
            language = brief.lang or site
            taken.setdefault((original.key, getattr(original.entry, "lang", None) or site), original)
            other = taken.setdefault((original.key, language), document)
            if other is not document:
                yield _twice(document, other, language)


def _of_the_original(document: Document, brief: Brief, original: Document) -> Iterator[Diagnostic]:
    told = original.entry
    if first := translated_by(original):
        message = f"The brief that this one translates is a translation itself, of `{first}`."
        yield _fault(document, FIELD, message, f"Write `translates: {first}`.", original)
    elif isinstance(told, Brief) and told.stage == "withdrawn" and brief.stage != "withdrawn":
        help = "Withdraw this one too, or take `translates` out if it stands for itself."
        yield _fault(document, FIELD, "The brief that this one translates was withdrawn.", help, original, ("stage",))
    elif isinstance(told, Brief) and brief.stage == "ready" and _not_before(told, brief):
        message = "The brief that this one translates is not published before it."
        at = ("stage",) if told.stage == "draft" else ("published",)
        yield _fault(document, FIELD, message, "Publish the original first, or both on the same day.", original, at)


def _not_before(told: Brief, brief: Brief) -> bool:
    if told.stage == "draft" or told.published is None:
        return told.stage == "draft"
    return brief.published is None or told.published > brief.published


def _twice(document: Document, other: Document, language: str) -> Diagnostic:
    at: Path = ("lang",)
    if other is document.original:
        message = f"The brief that this one translates is in the same language, `{language}`."
        there: Path = at if getattr(other.entry, "lang", None) else ("title",)
        return _fault(document, at, message, "Correct `lang`, here or there.", other, there)
    message = f"There is a translation into `{language}` already: {other.file}."
    return _fault(document, at, message, "Keep one of the two, or correct `lang`.", other, at)


def _fault(
    document: Document, at: Path, message: str, help: str, other: Document | None = None, there: Path = FIELD
) -> Diagnostic:
    related = (Related(other.where.place(there), "The other one is here."),) if other else ()
    place = document.where.place(at)
    return Diagnostic("broken-translation", Severity.ERROR, message, place, help=help, related=related, path=at)
