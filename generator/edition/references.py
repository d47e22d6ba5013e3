"""From a reference to the entry that it means: ids, kinds, ambiguities, and the likely spelling of a wrong one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from generator.diagnostics import Diagnostic, Path, Severity
from generator.edition.documents import Document, Key, folder_of
from generator.model import KINDS
from generator.model.references import SourceRef, SpeakerRef
from generator.text import citations, quotes, references

LINKABLE = ("actor", "place", "background", "storyline", "brief", "source", "publisher")
"""The kinds of entry that a text may name with `[[id]]`, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Use:
    """A place in a file that refers to something by its id. `kinds` says what it may be."""

    document: Document
    kinds: tuple[str, ...]
    id: str
    path: Path
    within: tuple[int, int] | None = None


class Register:
    """All ids of an edition. It also knows the ids of files that could not be read, so that nothing else is blamed for them."""

    def __init__(self, keys: Iterable[Key]) -> None:
        self._keys = frozenset(keys)
        self._slugs: dict[str, list[Key]] = defaultdict(list)
        for key in sorted(self._keys):
            if key.kind == "brief":
                self._slugs[key.id.partition("/")[2]].append(key)

    def find(self, kinds: Iterable[str], id: str) -> tuple[Key, ...]:
        """Return every entry of these kinds that `id` may mean; a brief also by its name without the year."""
        found = [key for kind in kinds if (key := Key(kind, id)) in self._keys]
        return tuple(found + (self._slugs.get(id, []) if "brief" in kinds else []))

    def ids(self, kinds: Iterable[str]) -> list[str]:
        """Return all ids of these kinds, and the short ones of briefs."""
        wanted = set(kinds)
        return sorted({key.id for key in self._keys if key.kind in wanted} | (set(self._slugs) if "brief" in wanted else set()))


def uses_of(document: Document) -> Iterator[Use]:
    """Yield every reference of a file: those that its fields make, and those in its texts."""
    for path, ref in document.parsed.references:
        if ref not in ref.instead:
            yield Use(document, ref.kinds, str(ref), path)
    for path, prose in document.parsed.texts:
        for reference in references(prose.text):
            kinds = (reference.kind,) if reference.kind else LINKABLE
            yield Use(document, kinds, reference.id, path, (reference.start, reference.end))
        for quote in quotes(prose.text):
            yield Use(document, ("quote",), quote.id, path, (quote.start, quote.end))
        for citation in citations(prose.text):
            for mark in citation.marks:
                at = (mark.start, mark.end)
                yield Use(document, SourceRef.kinds, mark.source, path, at)
                if mark.says:
                    yield Use(document, SpeakerRef.kinds, mark.says, path, at)
                if mark.via:
                    yield Use(document, ("publisher",), mark.via, path, at)


def meant(use: Use, register: Register) -> tuple[Key, ...]:
    """Return the entries that a reference may mean. What the file itself lists comes first and gives its own key."""
    own = {"source": "sources", "quote": "quotes"}.get(use.kinds[0] if len(use.kinds) == 1 else "")
    if own and use.id in use.document.parsed.names.get(own, ()):
        return (use.document.key,)
    return register.find(use.kinds, use.id)


def fault_of(use: Use, register: Register) -> Diagnostic | None:
    """Find what is wrong with a reference: an unknown kind, an unknown id, or one that may mean two things."""
    if len(use.kinds) == 1 and use.kinds[0] not in KINDS and use.kinds[0] != "quote":
        likely = get_close_matches(use.kinds[0], LINKABLE, n=1)
        advice = f"Did you mean `[[{likely[0]}:{use.id}]]`?" if likely else f"The kinds are: {', '.join(LINKABLE)}."
        return _finding("unknown-kind", f"`{use.kinds[0]}` is not a kind of entry.", use, advice)
    found = meant(use, register)
    if not found:
        return _unknown(use, register)
    if len(found) > 1:
        choices = " or ".join(f"`{f'{key.kind}:' if len(use.kinds) > 1 else ''}{key.id}`" for key in found)
        return _finding("ambiguous-id", f"`{use.id}` may mean {choices}.", use, "Write the one that you mean.")
    return None


def _unknown(use: Use, register: Register) -> Diagnostic:
    kinds = use.kinds if len(use.kinds) < len(LINKABLE) else ("entry",)
    what = " or ".join(kinds)
    known = register.ids(use.kinds)
    if own := {"source": "sources", "quote": "quotes"}.get(use.kinds[0]):
        known = sorted({*known, *use.document.parsed.names.get(own, ())})
    likely = get_close_matches(use.id, known, n=1, cutoff=0.6) or [id for id in known if use.id in id.split("-")][:1]
    if likely:
        advice = f"Did you mean `{likely[0]}`?"
    elif kinds == ("quote",):
        advice = f"Add it under `quotes:` as `{use.id}:`."
    elif kinds == ("source",):
        advice = f"List it under `sources:` as `{use.id}:`, or make a file for it in `sources/`."
    else:
        folders = " or ".join(f"`{folder}/`" for kind in kinds if kind in KINDS and (folder := folder_of(kind)))
        advice = f"Correct the id, or make a file for it in {folders or 'the folder of its kind'}."
    elsewhere = register.find([kind for kind in KINDS if kind not in use.kinds], use.id)
    if elsewhere and not likely:
        advice = f"There is a {elsewhere[0].kind} with this id, but here stands the id of a {what}."
    return _finding("unknown-id", f"There is no {what} with the id `{use.id}`.", use, advice)


def _finding(rule: str, message: str, use: Use, help: str) -> Diagnostic:
    place = use.document.where.place(use.path, within=use.within)
    return Diagnostic(rule, Severity.ERROR, message, place, help=help, path=use.path)
