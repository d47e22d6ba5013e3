"""From a reference to the entry that it means: ids, kinds, ambiguities, and the likely spelling of a wrong one."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher, get_close_matches
from typing import NamedTuple

from generator.diagnostics import Diagnostic, Fix, Path, Severity
from generator.edition.documents import Document, Key, folder_of
from generator.model import KINDS
from generator.model.likely import sure_word
from generator.model.references import BRIEF_ID, SourceRef, SpeakerRef
from generator.model.values import Prose, a
from generator.text import Problem, Reference, citations, id_from, quotes, references

LINKABLE = ("actor", "place", "background", "storyline", "brief", "source", "publisher")
"""The kinds of entry that a text may name with `[[id]]`, the likeliest first."""
OWN = {"source": "sources", "quote": "quotes"}
"""What a file may list itself, and under which field."""


class Use(NamedTuple):
    """A place in a file that refers to something by its id. `kinds` says what it may be."""

    document: Document
    kinds: tuple[str, ...]
    id: str
    path: Path
    within: tuple[int, int] | None = None


class Register:
    """All ids of an edition. It also knows the ids of files that could not be read, so that nothing else is blamed for them."""

    def __init__(self, keys: Iterable[Key], folder: str = "briefs") -> None:
        self._keys = frozenset(keys)
        self.folder = folder
        self._slugs: dict[str, list[Key]] = defaultdict(list)
        for key in sorted(self._keys):
            if key.kind == "brief" and "/" in key.id:
                self._slugs[key.id.partition("/")[2]].append(key)

    def find(self, kinds: Iterable[str], id: str) -> tuple[Key, ...]:
        """Return every entry of these kinds that `id` may mean; a brief also by its name without the year."""
        found = [key for kind in kinds if (key := Key(kind, id)) in self._keys]
        return tuple(found + (self._slugs.get(id, []) if "brief" in kinds else []))

    def renamed(self, kinds: Iterable[str], id: str) -> str:
        """Return the id that an entry has by now which was called `id` before; empty where there is none."""
        return ""

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
            yield Use(document, kinds_of(reference), reference.id, path, (reference.start, reference.end))
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


def kinds_of(reference: Reference) -> tuple[str, ...]:
    """Return the kinds of entry that a reference in a text may name."""
    return (reference.kind,) if reference.kind else LINKABLE


def is_citation(problem: Problem, prose: Prose, document: Document, register: Register) -> bool:
    """Tell whether a slip in a text was meant as a citation: it has its signs, or the name of a source in brackets."""
    if problem.rule != "citation-without-at":
        return problem.rule == "broken-citation"
    name = prose.source[problem.start : problem.end].strip("[] ")
    return bool(meant(Use(document, SourceRef.kinds, name, ()), register))  # else a remark, such as [sic]


def has_broken_citation(document: Document, register: Register) -> bool:
    """Tell whether a file has a citation that cannot be read, so that nobody knows what it cites."""
    texts = document.parsed.texts
    return any(is_citation(slip, prose, document, register) for _, prose in texts for slip in prose.text.problems)


def meant(use: Use, register: Register) -> tuple[Key, ...]:
    """Return the entries that a reference may mean. What the file itself lists comes first and gives its own key; then come
    the sources of the brief that it translates.

    Where an actor and a publisher have one id, who speaks is the actor.
    """
    own, original = OWN.get(use.kinds[0] if len(use.kinds) == 1 else ""), use.document.original
    if own and use.id in use.document.parsed.names.get(own, ()):
        return (use.document.key,)
    if own == "sources" and original and original.lists(use.id):
        return (original.key,)
    found = register.find(use.kinds, use.id)
    return found[:1] if use.kinds == SpeakerRef.kinds else found


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
        named = [f"[[{key.kind}:{key.id}]]" if len(use.kinds) > 1 else key.id for key in found]
        advice = f"Write {' or '.join(f'`{name}`' for name in named)}."
        meanings = " or ".join(f"the {key.kind} `{key.id}`" for key in found)
        return _finding("ambiguous-id", f"`{use.id}` may mean {meanings}.", use, advice)
    return None


def _unknown(use: Use, register: Register) -> Diagnostic:
    what = " or ".join(use.kinds) if len(use.kinds) < len(LINKABLE) else "entry"
    message = f"There is no {what} with the id `{use.id}`{' in this file' if use.kinds == ('quote',) else ''}."
    if not re.fullmatch(BRIEF_ID, use.id):
        message = f"“{use.id}” is not the id of {a(what)}: ids have small letters, digits and hyphens."
    known, plain = _known(use, register), id_from(use.id)
    several = [word for word in re.split(r"[\s,;]+", use.id) if word]
    if len(several) > 1 and all(word in known for word in several):
        return _finding("unknown-id", message, use, f"Put a comma between them: `{', '.join(several)}`.")
    if now := register.renamed(use.kinds, use.id):
        return _finding("unknown-id", message, use, f"It was renamed: write `{now}`.", Fix(use.id, now))
    if other := _elsewhere(use, register):
        return _finding("unknown-id", message, use, other)
    sure = plain if plain in known else sure_word(plain, known)
    help = _likely(plain, known) or _advice(use, register)
    return _finding("unknown-id", message, use, help, Fix(use.id, sure) if sure else None)


def _known(use: Use, register: Register) -> list[str]:
    """Return every id that could stand at this place."""
    own = use.document.parsed.names.get(OWN.get(use.kinds[0], ""), ())
    original = use.document.original if use.kinds == ("source",) else None
    lent = original.parsed.names.get("sources", ()) if original else ()
    return sorted({*register.ids(use.kinds), *own, *lent})


def _likely(plain: str, known: list[str]) -> str:
    """Suggest an id that exists: one that is spelt nearly the same, or one that has the same words in it.

    Ids that have no more in common than a date are not alike.
    """
    words, alike = set(plain.split("-")), [id for id in known if _is_alike(plain, id)]
    likely = [plain] if plain in known else get_close_matches(plain, alike, n=1, cutoff=0.75)
    likely = likely or [id for id in known if words <= set(id.split("-"))][:1]
    likely = likely or sorted((id for id in known if "-" in id and set(id.split("-")) <= words), key=len, reverse=True)[:1]
    likely = likely or get_close_matches(plain, alike, n=1)
    return f"Did you mean `{likely[0]}`?" if likely else ""


def _is_alike(one: str, other: str) -> bool:
    mine, its = (re.sub(r"[\d-]+", "", id) for id in (one, other))
    return SequenceMatcher(None, mine, its).ratio() >= 0.6


def _elsewhere(use: Use, register: Register) -> str:
    """Say that the id is one of another kind."""
    others = register.find([kind for kind in KINDS if kind not in use.kinds], use.id) if use.kinds != ("quote",) else ()
    if not others:
        return ""
    other = f"`{use.id}` is {a(others[0].kind)}"
    if use.kinds == ("publisher",):
        return f"{other}. A carrier is a publisher, such as an agency or a newspaper."
    if use.kinds == ("source",):
        return f"{other}. A source is a document of it: list it under `sources:`, with an id of its own."
    return f"{other}; here stands the id of {a(' or '.join(use.kinds))}."


def _advice(use: Use, register: Register) -> str:
    name = id_from(use.id)
    if use.kinds == ("quote",):
        return f"Add it under `quotes:` as `{name}:`."
    folders = [folder_of(kind) for kind in use.kinds if kind in KINDS][:2]
    files = [f"`{register.folder}/{name if '/' in name else f'{folder}/{name}'}.yml`" for folder in folders]
    if use.kinds == ("source",):
        return f"List it under `sources:` as `{name}:`; if other files need it too, make a file {files[0]}."
    if len(use.kinds) == len(LINKABLE):
        return f"Correct it, or make a file for it, such as {files[0]}."
    return f"Correct it, or make a file {' or '.join(files)}."


def _finding(rule: str, message: str, use: Use, help: str, fix: Fix | None = None) -> Diagnostic:
    place = use.document.where.place(use.path, within=use.within)
    return Diagnostic(rule, Severity.ERROR, message, place, help=help, path=use.path, fix=fix)
