"""The sheet on which a page is set: it numbers the sources as they are cited, knows where names lead, and sets quotes.

A sheet belongs to one page and lives only while that page is made. Every method that returns `Markup` returns finished
Markdown; everything else is plain text, which the templates escape.
"""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from markupsafe import Markup

from generator.edition import Document, Edition, Key, KnownSource, SourceKey
from generator.edition.claims import source_key
from generator.edition.groups import grouped
from generator.edition.references import LINKABLE
from generator.edition.retractions import fallen
from generator.model.parts import Quote
from generator.model.values import Prose
from generator.outputs import share_images
from generator.outputs.cautions import retracted_on
from generator.pages.labels import label, linked, page_of
from generator.pages.languages import attributes, version
from generator.pages.marks import Marks, carried_on, fallen_mark
from generator.pages.page import folder_of, way
from generator.text import Citation, Reference, citations, escape, inline_markdown, plain, to_markdown
from generator.text.tree import Paragraph, Text
from generator.words import direction, words_for

Place = tuple[str | int, ...]
"""Where in a file something stands."""


class Sheet:
    """One page while it is being set. `cited` lists its sources in the order of their first citation.

    `lang` is the language of its text (BCP 47), that of the site where none is given. `words` say what our own words are in
    that language; where there is no catalogue for it, in the language of the site, and else in English. A page that is not
    `marked` lists what other pages say, and leaves the marks of the sources to them.
    """

    def __init__(self, edition: Edition, at: str, lang: str | None = None, *, marked: bool = True) -> None:
        self.edition = edition
        self.marked = marked
        self.lang = lang or edition.settings.options.language
        self.words = words_for(self.lang, edition.settings.options.language)
        self.at = at
        self.folder = folder_of(at)
        self.marking = Marks(self.words)
        self.named: dict[Key, None] = {}
        """The actors that the page names, in the order in which they appear."""
        self.quoted: set[tuple[Key, str]] = set()
        self._notes: dict[tuple[SourceKey, str, str], str] = {}
        """What the notes of the marks say of each source, speaker and carrier."""
        self._claims: dict[Key, Mapping[Place, Sequence[str]]] = {}
        """The names of the claims of each file that the page shows, by the texts in which they stand."""
        self._links: dict[Key, Markup] = {}
        self._speakers: dict[str, Key] = {}
        self._sources: dict[tuple[Key, str], SourceKey | None] = {}

    @property
    def cited(self) -> list[SourceKey]:
        """The sources of the page in the order of their numbers."""
        return self.marking.cited

    def meta(self, kind: str, **more: Any) -> Mapping[str, Any]:
        """Tell the theme what kind of page this is, its language, the direction in which that is written, and its share image."""
        told = {"kind": kind, "lang": self.lang, "dir": direction(self.lang), "image": share_images.SITE}
        return MappingProxyType({**told, **more})

    def text(self, document: Document, prose: Prose | None, *, speaker: str = "") -> Markup:
        """Set a text of a file as blocks of Markdown. `speaker` says all of it, unless a citation names another."""
        return Markup(to_markdown(prose.text, _Links(self, document, speaker, prose))) if prose else Markup("")

    def line(self, document: Document, prose: Prose | None, *, speaker: str = "") -> Markup:
        """Set a text as one line: its paragraphs joined."""
        if prose is None:
            return Markup("")
        links = _Links(self, document, speaker, prose)
        parts = [inline_markdown(block.children, links) for block in prose.text.blocks if isinstance(block, Paragraph)]
        return Markup(" ".join(parts))

    def plain(self, document: Document, text: Text) -> str:
        """Return the words of a text alone, on one line."""
        links = _Links(self, document, "")
        return " ".join(plain(text, lambda reference: links.shown(reference)[0]).split())

    def link(self, key: Key, shown: str = "") -> Markup:
        """Name an entry, linked to its page if it has one; in the preview, a brief that is held back is marked.

        Where a brief was translated into the language of this page, its translation is linked.
        """
        if key.kind == "actor":
            self.named.setdefault(key)
        if shown:
            return linked(shown, "", self._relative(self.edition.ask(label, key, self.lang).address), self.lang)
        link = self._links.get(key)
        if link is None:
            found = self.edition.ask(label, key, self.lang)
            name = linked(found.name, found.lang, self._relative(found.address), self.lang)
            link = self._links[key] = name + found.mark if found.mark else name
        return link

    def target(self, key: Key) -> str:
        """Return the address of an entry relative to this page; empty if it has no page in this edition."""
        return self._relative(page_of(self.edition, key))

    def _relative(self, target: str) -> str:
        return way(self.folder, target) if target and target != self.at else ""

    def relative(self, target: str) -> str:
        """Return the address of another page as this page links it: the path to its Markdown file."""
        return way(self.folder, target)

    def cite(self, document: Document, id: str, says: str = "", via: str = "", claim: str = "") -> Markup:
        """Set the mark of one source: its number, and in its note who published it, who says so and through whom."""
        return self.cite_all(document, [(id, says, via)], claim)

    def cite_all(self, document: Document, cited: Iterable[tuple[str, str, str]], claim: str = "") -> Markup:
        """Set the marks of a citation, each of (id of a source, speaker, carrier), and say if its `claim` has lost a source."""
        if not self.marked:
            return self.fallen(claim)
        found = ((self.source_of(document, id), says, via) for id, says, via in cited)
        return self.marks(((key, says, via) for key, says, via in found if key), claim) + self.fallen(claim)

    def marks(self, cited: Iterable[tuple[SourceKey, str, str]], claim: str = "") -> Markup:
        """Set the marks of sources, each of (source, speaker, carrier), a source once; `claim` names what rests on them."""
        notes: dict[SourceKey, list[str]] = {}
        for told in cited:
            if told not in self._notes:
                self._notes[told] = self.provenance(*told)
            notes.setdefault(told[0], []).append(self._notes[told])
        sources = {key: self.edition.sources[key] for key in notes}
        said = {key: self._cautioned(source, "; ".join(notes[key])) for key, source in sources.items()}
        gone = [key for key, source in sources.items() if source.retracted]
        return self.marking.set(said, claim, gone)

    def claims_in(self, document: Document, prose: Prose) -> dict[int, str]:
        """Name the claims of a text of a file, each by where its citation stands."""
        path = next((path for path, other in document.parsed.texts if other is prose), None)
        claims = self._claims_of(document).get(path, ()) if path else ()
        return {citation.start: claim for citation, claim in zip(citations(prose.text), claims, strict=False)}

    def claim_at(self, document: Document, path: Place) -> str:
        """Name the claim that a quote or a figure makes; empty where there is none."""
        return next(iter(self._claims_of(document).get(path, ())), "")

    def _claims_of(self, document: Document) -> Mapping[Place, Sequence[str]]:
        if document.key not in self._claims:
            claims = self.edition.claims_of.get(document.key, ())
            self._claims[document.key] = grouped((claim.path, claim.id) for claim in claims)
        return self._claims[document.key]

    def fallen(self, claim: str) -> Markup:
        """Say behind a statement of any page that it rests on a retracted source."""
        return fallen_mark(self.words, self.edition.ask(fallen).get(claim))

    def _cautioned(self, source: KnownSource, note: str) -> str:
        retracted = retracted_on(self.words, source)
        return f"{note}. {retracted}" if retracted else note

    def source_of(self, document: Document, id: str) -> SourceKey | None:
        """Return the source that a file means by an id, if it can be read."""
        meant = (document.key, id)
        if meant not in self._sources:
            key = source_key(document, id, self.edition.shared_sources)
            self._sources[meant] = key if key in self.edition.sources else None
        return self._sources[meant]

    def provenance(self, key: SourceKey, says: str, via: str) -> str:
        """Say in words where a statement comes from: `Armen Grigoryan, via News.am, in The Moscow Times`."""
        source = self.edition.sources[key]
        publisher = self.edition.name(Key("publisher", source.publisher))
        speaker = self.edition.name(self.speaker(says)) if says else ""
        carrier = self.via(via) if via else ""
        printed = f"{publisher}, {self.words.when(source.published)}" if source.published else publisher
        said = ", ".join(part for part in (speaker, carrier) if part)
        return self.words._("%(said)s, in %(printed)s", said=said, printed=printed) if said else printed

    def via(self, carrier: str) -> str:
        """Say through whom a source has something: `via News.am`."""
        return self.words._("via %(carrier)s", carrier=self.edition.name(Key("publisher", carrier)))

    def speaker(self, id: str) -> Key:
        """Return the entry of whoever counts or speaks: an actor, or else a publisher."""
        if id not in self._speakers:
            actor = Key("actor", id)
            self._speakers[id] = actor if actor in self.edition.documents else Key("publisher", id)
        return self._speakers[id]

    def quote(self, document: Document, id: str) -> Markup:
        """Set a quote as a block: the words as printed, then who said them, through whom, and the source."""
        quote = getattr(document.entry, "quotes", {}).get(id)
        if not isinstance(quote, Quote):
            return Markup("")
        self.quoted.add((document.key, id))
        paragraphs = [" ".join(part.split()) for part in quote.text.split("\n\n")]
        foreign = attributes(quote.language or self.edition.versions.language(document.key), self.lang)
        language = f"\n> {{: {foreign} }}" if foreign else ""
        said = "\n>\n".join(
            f"> {mark}{escape(part, start=False)}{end}{language}" for mark, part, end in self._in_marks(paragraphs)
        )
        return Markup(f"{said}\n>\n> {self._byline(document, id, quote)}")

    def _byline(self, document: Document, id: str, quote: Quote) -> str:
        details = [quote.said_in, self.words.when(quote.said_on) if quote.said_on else None]
        details += [self.via(quote.via) if quote.via else None]
        details += [self.words._("translated by %(name)s", name=quote.translated_by) if quote.translated_by else None]
        after = "".join(f", {escape(detail, start=False)}" for detail in details if detail)
        claim = self.claim_at(document, ("quotes", id))
        mark = self.cite(document, quote.cite, quote.by, quote.via or "", claim)
        note = f" ({escape(self.words.sentence(quote.note), start=False)})" if quote.note else ""
        return f"— {self.link(Key('actor', quote.by))}{after}{mark}{note}"

    def _in_marks(self, paragraphs: list[str]) -> list[tuple[str, str, str]]:
        """Set quotation marks as printers do: each paragraph opens with one, only the last closes."""
        marks = self.words
        return [(marks.opening, part, marks.closing if part is paragraphs[-1] else "") for part in paragraphs]


class _Links:
    """What the text language asks of a page; see `generator.text.Links`."""

    def __init__(self, sheet: Sheet, document: Document, speaker: str, prose: Prose | None = None) -> None:
        self.sheet, self.document, self.speaker = sheet, document, speaker
        self.claims = sheet.claims_in(document, prose) if prose else {}
        self.carried_on = set(carried_on(prose.text)) if prose else set()

    def reference(self, reference: Reference) -> tuple[str, str]:
        shown, key = self.shown(reference)
        return shown, self.sheet.target(key) if key else ""

    def shown(self, reference: Reference) -> tuple[str, Key | None]:
        """Return the words that a reference shows, and what it means."""
        edition = self.sheet.edition
        kinds = (reference.kind,) if reference.kind else LINKABLE
        key = edition.resolve(self.document, kinds, reference.id)
        if key and key.kind == "actor":
            self.sheet.named.setdefault(key)
        if key and key.kind == "brief":
            key = version(edition, key, self.sheet.lang)
        return reference.label or (edition.name(key) if key else reference.id), key

    def citation(self, citation: Citation) -> str:
        for mark in citation.marks:
            if mark.says and (speaker := self.sheet.speaker(mark.says)).kind == "actor":
                self.sheet.named.setdefault(speaker)
        claim = self.claims.get(citation.start, "")
        if not self.sheet.marked:
            return self.sheet.fallen(claim)
        if citation.start in self.carried_on and claim not in self.sheet.edition.ask(fallen):
            anchor = self.sheet.marking.anchor(claim)
            return f"<span{anchor}></span>" if anchor else ""
        told = ((mark.source, mark.says or self.speaker, mark.via) for mark in citation.marks)
        return self.sheet.cite_all(self.document, told, claim)

    def quote(self, id: str) -> str:
        return self.sheet.quote(self.document, id)
