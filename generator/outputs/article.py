"""A brief as one article for feed readers: HTML that reads well without our style sheet, script and pictures.

It holds the orientation, the story, the accounts, what is not known and the sources. Addresses are absolute; citations are
numbers in brackets, which the list of sources explains.
"""

from collections.abc import Iterable, Iterator

from generator.edition import Claim, Document, Edition, Key, SourceKey
from generator.edition.claims import source_key
from generator.edition.references import LINKABLE
from generator.edition.retractions import Fallen, fallen
from generator.edition.sources import KnownSource
from generator.model.forms import Brief, Measure, Withdrawal
from generator.model.parts import Figure, Quote, Unknown, Watch
from generator.model.values import Prose
from generator.model.walk import each
from generator.outputs.cautions import misprinted, real_hosts, retracted_first, retracted_on, supported
from generator.outputs.web import language_of, page_of
from generator.text import Citation, Paragraph, Reference, citations
from generator.text.html import html, html_link, inline_html, to_html
from generator.words import Words, capital, words_for


def article(edition: Edition, key: Key) -> str:
    """Return the HTML of a brief, as a fragment without its title; of a withdrawn one, the note that stands in its place."""
    brief = edition.get(key, Brief)
    assert brief is not None
    setting = _Article(edition, edition.documents[key], brief)
    blocks = setting.note(brief.withdrawal) if brief.withdrawal else setting.blocks()
    return "\n".join(block for block in blocks if block)


def _listed(items: Iterable[str], tag: str = "ul") -> str:
    inside = "\n".join(f"<li>{item}</li>" for item in items)
    return f"<{tag}>\n{inside}\n</{tag}>" if inside else ""


def _section(heading: str, blocks: Iterable[str]) -> Iterator[str]:
    """Yield a heading and what stands below it, if there is anything."""
    if found := [block for block in blocks if block]:
        yield f"<h2>{html(heading)}</h2>"
        yield from found


class _Article:
    """An article while it is being set; it numbers the sources as they are cited. See also `generator.text.Links`."""

    def __init__(self, edition: Edition, document: Document, brief: Brief) -> None:
        self.edition, self.document, self.brief = edition, document, brief
        self.words: Words = words_for(language_of(edition, brief), edition.settings.options.language)
        self.cited: list[SourceKey] = []
        self.fallen = _fallen(edition, document)
        self.set: set[str] = set()
        """The quotes that stand in the story already."""

    def blocks(self) -> Iterator[str]:
        """Yield the blocks from top to bottom."""
        brief, words, edition, document = self.brief, self.words, self.edition, self.document
        yield f"<p>{self.line(brief.bottom_line)}</p>"
        told = [words.when(brief.date), words.term("status of a brief", brief.status or "")]
        told.append(words._("as of %(day)s", day=words.day(brief.as_of)))
        yield f"<p><em>{html(' · '.join(part for part in told if part))}</em></p>"
        for correction in brief.corrections:
            if correction.material:
                said = words._("Correction, %(date)s:", date=words.day(correction.date))
                yield f"<p><strong>{html(said)}</strong> {self.line(correction.now)}</p>"
        if retracted := retracted_first(edition, document, words):
            yield f"<p><strong>{html(words._('Retracted source:'))}</strong> {html(retracted)}</p>"
        yield from _section(words._("Key points"), [_listed(self.line(point) for point in brief.key_points)])
        if brief.why_it_matters:
            analysis = f"<p><em>{html(words._('Our analysis.'))}</em></p>"
            yield from _section(words._("Why it matters"), [analysis, self.text(brief.why_it_matters)])
        yield from _section(words._("What happened"), [self.text(brief.what_happened)])
        yield from _section(words._("Key figures"), [_listed(self.figure(figure) for figure in brief.figures)])
        yield from _section(words._("Who says what"), [*self.disputes(), *self.other_quotes()])
        yield from _section(words._("What we don’t know"), [_listed(self.unknown(item) for item in brief.unknowns)])
        yield from _section(words._("What to watch"), [_listed(self.watch(item) for item in brief.watch)])
        yield from _section(words._("Background"), [_listed(self.backgrounds())])
        yield from _section(words._("How we know"), [_listed(self.sources(), "ol")])

    def note(self, withdrawal: Withdrawal) -> Iterator[str]:
        """Yield what is said in place of a withdrawn brief."""
        words = self.words
        yield f"<p>{html(words._('This brief was withdrawn on %(day)s.', day=words.day(withdrawal.date)))}</p>"
        yield self.text(withdrawal.why)
        found = [self.edition.resolve(self.document, ("brief",), id) for id in self.brief.replaced_by]
        if instead := [self.linked(key) for key in found if key and self.edition.shown(key)]:
            yield f"<p>{html(words._('It is replaced by:'))}</p>"
            yield _listed(instead)
        yield from _section(words._("How we know"), [_listed(self.sources(), "ol")])

    def text(self, prose: Prose | None) -> str:
        """Set a text as blocks."""
        return to_html(prose.text, self) if prose else ""

    def line(self, prose: Prose | None) -> str:
        """Set the paragraphs of a text as one."""
        blocks = [block for block in prose.text.blocks if isinstance(block, Paragraph)] if prose else []
        return " ".join(inline_html(block.children, self) for block in blocks)

    def linked(self, key: Key) -> str:
        """Name an entry, with the address of its page if it has one."""
        return html_link(self.edition.name(key), page_of(self.edition, key))

    def speaker(self, id: str) -> str:
        """Name whoever speaks or counts."""
        actor = Key("actor", id)
        return self.linked(actor if actor in self.edition.documents else Key("publisher", id))

    def reference(self, reference: Reference) -> tuple[str, str]:
        """Say what a reference in a text shows, and where it leads."""
        kinds = (reference.kind,) if reference.kind else LINKABLE
        key = self.edition.resolve(self.document, kinds, reference.id)
        return self.edition.called(self.document, reference), page_of(self.edition, key) if key else ""

    def citation(self, citation: Citation) -> str:
        """Set the numbers of the sources that a citation names."""
        return self.marks(*(mark.source for mark in citation.marks), at=citation)

    def marks(self, *ids: str, at: object = None) -> str:
        """Set the numbers of sources, each once. What stands `at` is that to which they belong."""
        numbers: dict[int, None] = {}
        for source in ids:
            key = source_key(self.document, source, self.edition.shared_sources)
            if key and key in self.edition.sources:
                if key not in self.cited:
                    self.cited.append(key)
                numbers[self.cited.index(key) + 1] = None
        told = supported(self.words, self.fallen.get(id(at)))
        return "".join(f"<sup>[{number}]</sup>" for number in numbers) + (f" <strong>{html(told)}</strong>" if told else "")

    def quote(self, id: str) -> str:
        """Set a quote as a block: the words as printed, then who said them and through whom."""
        quote = self.brief.quotes.get(id)
        if not isinstance(quote, Quote):
            return ""
        self.set.add(id)
        words, parts = self.words, quote.text.split("\n\n")
        language = f' lang="{quote.language}"' if quote.language else ""
        ends = [words.closing if number == len(parts) else "" for number in range(1, len(parts) + 1)]
        said = [f"<p{language}>{words.opening}{html(part)}{end}</p>" for part, end in zip(parts, ends, strict=True)]
        details = [quote.said_in, words.when(quote.said_on) if quote.said_on else None]
        details += [words._("via %(carrier)s", carrier=self.edition.name(Key("publisher", quote.via))) if quote.via else None]
        details += [words._("translated by %(name)s", name=quote.translated_by) if quote.translated_by else None]
        after = "".join(f", {html(detail)}" for detail in details if detail)
        byline = f"<p>— {self.speaker(quote.by)}{after}{self.marks(quote.cite, at=quote)}</p>"
        return "\n".join(["<blockquote>", *said, byline, "</blockquote>"])

    def other_quotes(self) -> Iterator[str]:
        """Yield the quotes that the story does not set itself."""
        yield from (self.quote(id) for id in self.brief.quotes if id not in self.set)

    def disputes(self) -> Iterator[str]:
        """Yield the disputed questions with the accounts of each."""
        for dispute in self.brief.disputes:
            yield f"<h3>{html(dispute.question)}</h3>"
            yield self.text(dispute.note)
            for account in dispute.accounts:
                yield f"<h4>{self.speaker(account.by)}</h4>"
                yield self.text(account.says)

    def figure(self, figure: Figure) -> str:
        """Set one count: what was counted, how many, by whom, as of when."""
        measure = self.edition.get(Key("measure", figure.measure), Measure)
        by = html(self.words._("not stated")) if figure.by in figure.by.instead else self.speaker(figure.by)
        day = f", {html(self.words.when(figure.as_of))}" if figure.as_of else ""
        title = html(f"{measure.title if measure else figure.measure}: {self.words.figure(figure)}")
        return f"{title} ({by}{day}){self.marks(figure.cite, at=figure)}"

    def unknown(self, unknown: Unknown) -> str:
        """Set one open question, with what became of it."""
        parts = [f"<strong>{html(unknown.question)}</strong>", self.line(unknown.text)]
        if unknown.answer:
            words = self.words
            states = {
                "answered": words._("Answered"),
                "partly": words._("Answered in part"),
                "overtaken": words._("Overtaken by events"),
            }
            at = f" {words.at(unknown.answer.on)}" if unknown.answer.on else ""
            parts += [f"<em>{html(f'{states[unknown.answer.state]}{at}.')}</em>", self.line(unknown.answer.text)]
        return " ".join(part for part in parts if part)

    def watch(self, item: Watch) -> str:
        """Set what to look for, with what came of it."""
        parts = [self.line(item.text)]
        if item.due:
            parts.append(html(self.words._("Due %(date)s.", date=self.words.when(item.due))))
        if item.outcome:
            state = capital(self.words.term("what became of it", item.outcome.state))
            parts += [f"— <em>{html(f'{state}.')}</em>", self.line(item.outcome.text)]
        return " ".join(part for part in parts if part)

    def backgrounds(self) -> Iterator[str]:
        """Yield the backgrounds that the brief needs, with their pages."""
        for use in self.brief.background:
            yield self.linked(Key("background", use.use)) if use.use else html(use.title or "")

    def sources(self) -> Iterator[str]:
        """Yield the sources in the order of their numbers."""
        yield from (self.source(self.edition.sources[key]) for key in self.cited)

    def source(self, source: KnownSource) -> str:
        """Say what a source is."""
        words = self.words
        kind = words.term("kind of source", source.kind) if source.kind and source.kind != "other" else ""
        parts = [
            html(self.edition.name(Key("publisher", source.publisher))),
            html_link(words.quoted(source.title) if source.title else source.about or "", source.url or ""),
            html(words.when(source.published)) if source.published else "",
            html(kind),
            html(words.language(source.language)) if source.language else "",
            *map(html, real_hosts(source)),
        ]
        notes = [words.sentence(source.note)] if source.note else []
        notes += [f"{words._('Misprint:')} {misprinted(words, misprint)}" for misprint in source.misprints]
        retracted = retracted_on(words, source)
        told = f". <strong>{html(retracted)}</strong>" if retracted else ""
        rest = f"{'' if told else '.'} {html(' '.join(notes))}" if notes else ""
        return ", ".join(part for part in parts if part) + told + rest


def _fallen(edition: Edition, document: Document) -> dict[int, Fallen]:
    """Return what of a brief rests on retracted sources: its citations, quotes and figures, by their identity."""
    found: dict[int, Fallen] = {}
    claims = edition.claims_of.get(document.key, ()) if edition.ask(fallen) else ()
    by_path: dict[tuple[str | int, ...], list[Claim]] = {}
    for claim in claims:
        by_path.setdefault(claim.path, []).append(claim)
    cited = ((path, citations(prose.text)) for path, prose in document.parsed.texts)
    counted = (
        (path, [item]) for form in (Quote, Figure) for path, item in (each(document.entry, form) if document.entry else ())
    )
    for path, items in (*cited, *counted):
        for item, claim in zip(items, by_path.get(path, ()), strict=False):
            if state := edition.ask(fallen).get(claim.id):
                found[id(item)] = state
    return found
