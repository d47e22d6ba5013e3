"""Words that were taken down: which they are, and that no report repeats them, whatever file they stood in.

A sentence that one brief took down may stand in another one, in its translation, or in a correction as what was said
before. A text is left out that has the same words, or has most of those in common with them that carry meaning.
"""

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, replace

from generator.edition import Document, Key
from generator.edition.changes import corrections_of
from generator.edition.references import Register
from generator.history.change import Change, without_words
from generator.history.claims import NOTES
from generator.history.renaming import renamed_entries
from generator.history.side import Names, Side, name_of
from generator.history.wording import Wording
from generator.model.forms import Brief
from generator.model.parts import Dispute, Quote, Unknown
from generator.model.walk import each
from generator.text import every_statement, plain

_ENOUGH = 3
"""From so many words on, those that carry meaning tell one statement from others."""
_MOST = 0.75
"""Which share of the words of the shorter text make it a repetition: one word for another does not hide a libel."""
_MARKS = (b"redacted", b"withdrawn")
"""What a file has in it that takes words down; others need not be read."""


@dataclass(frozen=True)
class Silence:
    """What is not to be repeated in a comparison. `families` are originals of which some state or translation is taken down."""

    wordings: tuple[Wording, ...]
    families: Set[Key]
    register: Register

    @classmethod
    def over(cls, before: Side, after: Side, today: Side | None, names: Names) -> "Silence":
        """Find what was taken down in the later state, or until today."""
        register = Register([*after.files, *before.files])
        if before.data == after.data:
            return cls((), frozenset(), register)
        sides = [side for side in (after, today) if side]
        marked = [(side, key) for side in sides for key in _marked(side)]
        families = {_original(side, key, register) for side, key in marked if _takes_down(side, key)}
        empty = cls((), families, register)
        kept = (w for side in (before, *sides) for key in _marked(side) for w in _redacted(side.document(key), names))
        pairs = [(before, after), *(((before, today), (after, today)) if today else ())]
        gone = (w for old, new in pairs for w in empty._gone(old, new, names))
        found = {wording.fold: wording for wording in (*kept, *gone) if wording.words}
        return replace(empty, wordings=tuple(found.values()))

    def is_taken_down(self, side: Side, key: Key) -> bool:
        """Tell whether old words of an entry are not to be repeated: its own, or those of what it translates."""
        return _takes_down(side, key) or _original(side, key, self.register) in self.families

    def tells(self, text: str) -> bool:
        """Tell whether a text repeats words that were taken down."""
        said = Wording(text)
        return bool(said.words) and any(_repeats(said, wording) for wording in self.wordings)

    def without_told(self, changes: Iterable[Change]) -> tuple[Change, ...]:
        """Leave out the words of changes that repeat what was taken down, those before and those after each by themselves."""
        return tuple(self._without_told(change) for change in changes)

    def _without_told(self, change: Change) -> Change:
        before = any(map(self.tells, (change.before, *(detail.before for detail in change.details))))
        after = any(map(self.tells, (change.after, *(detail.after for detail in change.details))))
        return without_words([change], before=before, after=after)[0]

    def _gone(self, old: Side, new: Side, names: Names) -> Iterator[Wording]:
        """Yield the words that are gone from the files that take words down, and all those of withdrawn briefs."""
        renamed = renamed_entries(old, new)
        for key in sorted(new.files):
            was = renamed.get(key, key)
            if was not in old.files or old.data[was] == new.data[key] or not self._may_be(new, key):
                continue
            earlier, later = old.document(was), new.document(key)
            if self.is_taken_down(new, key) and earlier and later:
                left = {wording.fold for wording in _words(later, names)}
                yield from (w for w in _words(earlier, names) if later.withdrawn or w.fold not in left)

    def _may_be(self, side: Side, key: Key) -> bool:
        data = side.data[key] or b""
        return any(mark in data for mark in (*_MARKS, b"translates")) or key in self.families


def _marked(side: Side) -> Iterator[Key]:
    return (key for key, data in side.data.items() if data and any(mark in data for mark in _MARKS))


def _takes_down(side: Side, key: Key) -> bool:
    entry = side.entry(key)
    withdrawn = isinstance(entry, Brief) and entry.stage == "withdrawn"
    return withdrawn or any(correction.redacted for correction in corrections_of(entry))


def _original(side: Side, key: Key, register: Register) -> Key:
    """Return what an entry translates; itself, if it translates nothing."""
    entry = side.entry(key)
    translated = entry.translates if isinstance(entry, Brief) else None
    return next(iter(register.find(("brief",), translated)), key) if translated else key


def _redacted(document: Document | None, names: Names) -> Iterator[Wording]:
    """Yield the old words that redacted corrections keep in a file."""
    for correction in corrections_of(document.entry if document else None):
        if correction.redacted and correction.was:
            yield from (Wording(plain(found.inlines, names.reference)) for found in every_statement(correction.was.text))


def _words(document: Document, names: Names) -> Iterator[Wording]:
    """Yield all statements, quotes, questions and the headline of a file."""
    for path, prose in document.parsed.texts:
        if path[0] not in NOTES or path[-1] == "was":
            yield from (Wording(plain(found.inlines, names.reference)) for found in every_statement(prose.text))
    if document.entry:
        yield Wording(name_of(document.entry))
        yield from (Wording(quote.text) for _, quote in each(document.entry, Quote))
        yield from (Wording(dispute.question) for _, dispute in each(document.entry, Dispute))
        yield from (Wording(unknown.question) for _, unknown in each(document.entry, Unknown))


def _repeats(said: Wording, taken: Wording) -> bool:
    if said.fold == taken.fold:
        return True
    few, many = sorted((set(said.carrying), set(taken.carrying)), key=len)
    return len(few & many) >= max(_ENOUGH, _MOST * len(few))
