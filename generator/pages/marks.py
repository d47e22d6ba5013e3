"""The marks of sources: small numbers behind the words that rest on them, each with a note that opens in its place.

A mark is a button, and its note a popover (HTML Standard, `popover`): it opens by touch and by keyboard without a script, and by
hovering through the style sheet. The note leads on to the source in full, and to the statement itself, so that it can be linked.
Where no style sheet is read, as in a text browser, the note stands in the text in brackets: `[1: The Paper, 2021; …]`.
"""

from collections.abc import Container, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

from markupsafe import Markup

from generator.edition import SourceKey
from generator.edition.retractions import Fallen
from generator.outputs.cautions import supported
from generator.text import Citation, Text, escape, escape_title, paragraphs
from generator.words import Words

_UNSTYLED = '<span class="unstyled">%s</span>'
"""What only those see who read without our style sheet."""


class Marks:
    """The marks of one page while it is being set. `cited` lists its sources in the order of their first mark."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.cited: list[SourceKey] = []
        self.first: dict[SourceKey, str] = {}
        """The claim on the page that rests on a source first."""
        self.anchors: set[str] = set()
        """The claims that have their place on the page."""
        self.notes = 0

    def set(self, said: Mapping[SourceKey, str], claim: str = "", retracted: Container[SourceKey] = ()) -> Markup:
        """Set the marks behind a statement, one for each source with what its note says; `claim` is the name of the statement."""
        anchor, marks = self.anchor(claim), Markup("")
        for key, note in said.items():
            if key not in self.cited:
                self.cited.append(key)
            if claim:
                self.first.setdefault(key, claim)
            marks += self._mark(self.cited.index(key) + 1, note, claim, anchor, key in retracted)
            anchor = ""
        return marks

    def anchor(self, claim: str) -> str:
        """Return the attribute that gives a claim its place on the page: once, where its words stand first."""
        if not claim or claim in self.anchors:
            return ""
        self.anchors.add(claim)
        return f' id="{claim}"'

    def _mark(self, number: int, note: str, claim: str, anchor: str, retracted: bool) -> Markup:
        self.notes += 1
        name, (label, source, link) = f"note-{self.notes}", _called(self.words, number, retracted)
        return Markup(
            f'<span class="cite{" gone" if retracted else ""}"{anchor}>{_UNSTYLED % " &#91;"}'
            f'<button popovertarget="{name}" aria-label="{label}">{number}</button>'
            f'<span popover id="{name}">{_UNSTYLED % ": "}{escape(note, start=False)}{_UNSTYLED % "; "}'
            f'<span><a href="#source-{number}">{source}</a>'
            + (f' <a href="#{claim}" aria-label="{link}">¶</a>' if claim else "")
            + f"</span></span>{_UNSTYLED % '&#93;'}</span>"
        )


@lru_cache(maxsize=10_000)  # every page counts its sources from one
def _called(words: Words, number: int, retracted: bool) -> tuple[str, str, str]:
    """Return what the button of a mark is called, its source, and the link to its statement, all finished."""
    source = words._("Source %(number)s", number=number)
    label = words._("Source %(number)s, retracted", number=number) if retracted else source
    return escape_title(label), escape(source), escape_title(words._("Link to this statement"))


def fallen_mark(words: Words, fallen: Fallen | None) -> Markup:
    """Say behind a statement that it rests on a retracted source; nothing where it does not."""
    told = supported(words, fallen)
    return Markup(f' <span class="state retracted">{escape(told, start=False)}</span>' if told else "")


def carried_on(text: Text) -> Iterator[int]:
    """Yield where the citations stand that the next one in their paragraph repeats: one mark at the end is enough for both."""
    for paragraph in paragraphs(text):
        found = [child for child in paragraph.children if isinstance(child, Citation)]
        for citation, following in pairwise(found):
            if _told(citation) == _told(following):
                yield citation.start


def _told(citation: Citation) -> list[tuple[str, str, str]]:
    return [(mark.source, mark.says, mark.via) for mark in citation.marks]
