"""A brief as one article for feed readers: HTML that reads well without our style sheet, script and pictures.

It holds the orientation, the story, the accounts, what is not known and the sources. Addresses are absolute; citations are
numbers in brackets, which the list of sources explains. What an editor typed is escaped as on the pages, and a sanitiser
takes out whatever a feed has no use for.
"""

from collections.abc import Iterator

import markdown
import nh3

from generator.edition import Document, Edition, Key, SourceKey
from generator.edition.claims import source_key
from generator.edition.references import LINKABLE
from generator.edition.sources import KnownSource
from generator.model.forms import Brief, Measure, Withdrawal
from generator.model.parts import Figure, Quote, Unknown, Watch
from generator.model.values import Prose
from generator.outputs.web import language_of, page_of
from generator.text import Citation, Paragraph, Reference, address, escape, inline_markdown, to_markdown
from generator.words import Words, capital, words_for

TAGS = {"p", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "em", "strong", "a", "sup"}
ATTRIBUTES = {"a": {"href"}, "p": {"lang"}}


def article(edition: Edition, key: Key) -> str:
    """Return the HTML of a brief, as a fragment without its title; of a withdrawn one, the note that stands in its place."""
    brief = edition.get(key, Brief)
    assert brief is not None
    setting = _Article(edition, edition.documents[key], brief)
    blocks = setting.note(brief.withdrawal) if brief.withdrawal else setting.blocks()
    text = "\n\n".join(block for block in blocks if block)
    html = markdown.markdown(text, extensions=["attr_list"])
    return nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, link_rel=None, url_schemes={"http", "https", "mailto"})


class _Article:
    """An article while it is being set; it numbers the sources as they are cited. See also `generator.text.Links`."""

    def __init__(self, edition: Edition, document: Document, brief: Brief) -> None:
        self.edition, self.document, self.brief = edition, document, brief
        self.words: Words = words_for(language_of(edition, brief), edition.settings.options.language)
        self.cited: list[SourceKey] = []
        self.set: set[str] = set()
        """The quotes that stand in the story already."""

    def blocks(self) -> Iterator[str]:
        """Yield the blocks of Markdown from top to bottom."""
        brief, words = self.brief, self.words
        yield self.line(brief.bottom_line)
        told = [words.when(brief.date), words.term("status of a brief", brief.status or "")]
        told.append(words._("as of %(day)s", day=words.day(brief.as_of)))
        yield f"<em>{escape(' · '.join(part for part in told if part))}</em>"
        for correction in brief.corrections:
            if correction.material:
                said = words._("Correction, %(date)s:", date=words.day(correction.date))
                yield f"<strong>{escape(said)}</strong> {self.line(correction.now, start=False)}"
        yield from self.section(words._("Key points"), [self.listed(self.line(point) for point in brief.key_points)])
        if brief.why_it_matters:
            analysis = f"<em>{escape(words._('Our analysis.'))}</em>"
            yield from self.section(words._("Why it matters"), [analysis, self.text(brief.why_it_matters)])
        yield from self.section(words._("What happened"), [self.text(brief.what_happened)])
        yield from self.section(words._("Key figures"), [self.listed(self.figure(figure) for figure in brief.figures)])
        yield from self.section(words._("Who says what"), [*self.disputes(), *self.other_quotes()])
        yield from self.section(words._("What we don’t know"), [self.listed(self.unknown(item) for item in brief.unknowns)])
        yield from self.section(words._("What to watch"), [self.listed(self.watch(item) for item in brief.watch)])
        yield from self.section(words._("Background"), [self.listed(self.backgrounds())])
        yield from self.section(words._("How we know"), ["\n".join(self.sources())])

    def note(self, withdrawal: Withdrawal) -> Iterator[str]:
        """Yield what is said in place of a withdrawn brief."""
        words = self.words
        yield escape(words._("This brief was withdrawn on %(day)s.", day=words.day(withdrawal.date)))
        yield self.text(withdrawal.why)
        found = [self.edition.resolve(self.document, ("brief",), id) for id in self.brief.replaced_by]
        if instead := [self.linked(key) for key in found if key and self.edition.shown(key)]:
            yield escape(words._("It is replaced by:"))
            yield self.listed(iter(instead))
        yield from self.section(words._("How we know"), ["\n".join(self.sources())])

    def section(self, heading: str, blocks: list[str]) -> Iterator[str]:
        """Yield a heading and what stands below it, if there is anything."""
        if any(blocks):
            yield f"## {escape(heading, start=False)}"
            yield from (block for block in blocks if block)

    def listed(self, items: Iterator[str]) -> str:
        """Set a list."""
        return "\n".join(f"- {item}" for item in items)

    def text(self, prose: Prose | None) -> str:
        """Set a text as blocks."""
        return to_markdown(prose.text, self) if prose else ""

    def line(self, prose: Prose | None, *, start: bool = True) -> str:
        """Set the paragraphs of a text as one."""
        blocks = [block for block in prose.text.blocks if isinstance(block, Paragraph)] if prose else []
        return " ".join(inline_markdown(block.children, self, start=start and not n) for n, block in enumerate(blocks))

    def linked(self, key: Key, name: str = "") -> str:
        """Name an entry, with the address of its page if it has one."""
        name, target = escape(name or self.edition.name(key), start=False), page_of(self.edition, key)
        return f"[{name}]({address(target)})" if target else name

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
        return self.marks(*(mark.source for mark in citation.marks))

    def marks(self, *ids: str) -> str:
        """Set the numbers of sources, each once."""
        numbers: dict[int, None] = {}
        for id in ids:
            key = source_key(self.document, id, self.edition.shared_sources)
            if key and key in self.edition.sources:
                if key not in self.cited:
                    self.cited.append(key)
                numbers[self.cited.index(key) + 1] = None
        return "".join(f"<sup>&#91;{number}&#93;</sup>" for number in numbers)

    def quote(self, id: str) -> str:
        """Set a quote as a block: the words as printed, then who said them and through whom."""
        quote = self.brief.quotes.get(id)
        if not isinstance(quote, Quote):
            return ""
        self.set.add(id)
        words, parts = self.words, [" ".join(part.split()) for part in quote.text.split("\n\n")]
        language = f'\n> {{: lang="{quote.language}" }}' if quote.language else ""
        ends = [words.closing if number == len(parts) else "" for number in range(1, len(parts) + 1)]
        said = [f"> {words.opening}{escape(part, start=False)}{end}{language}" for part, end in zip(parts, ends, strict=True)]
        details = [quote.said_in, words.when(quote.said_on) if quote.said_on else None]
        details += [words._("via %(carrier)s", carrier=self.edition.name(Key("publisher", quote.via))) if quote.via else None]
        details += [words._("translated by %(name)s", name=quote.translated_by) if quote.translated_by else None]
        after = "".join(f", {escape(detail, start=False)}" for detail in details if detail)
        return "\n>\n".join([*said, f"> — {self.speaker(quote.by)}{after}{self.marks(quote.cite)}"])

    def other_quotes(self) -> Iterator[str]:
        """Yield the quotes that the story does not set itself."""
        yield from (self.quote(id) for id in self.brief.quotes if id not in self.set)

    def disputes(self) -> Iterator[str]:
        """Yield the disputed questions with the accounts of each."""
        for dispute in self.brief.disputes:
            yield f"### {escape(dispute.question, start=False)}"
            yield self.text(dispute.note)
            for account in dispute.accounts:
                yield f"#### {self.speaker(account.by)}"
                yield self.text(account.says)

    def figure(self, figure: Figure) -> str:
        """Set one count: what was counted, how many, by whom, as of when."""
        measure = self.edition.get(Key("measure", figure.measure), Measure)
        counted = figure.by not in figure.by.instead
        by = self.speaker(figure.by) if counted else escape(self.words._("not stated"), start=False)
        day = f", {escape(self.words.when(figure.as_of), start=False)}" if figure.as_of else ""
        title = escape(f"{measure.title if measure else figure.measure}:")
        return f"{title} {escape(self.words.figure(figure), start=False)} ({by}{day}){self.marks(figure.cite)}"

    def unknown(self, unknown: Unknown) -> str:
        """Set one open question, with what became of it."""
        parts = [f"<strong>{escape(unknown.question, start=False)}</strong>", self.line(unknown.text, start=False)]
        if unknown.answer:
            words = self.words
            states = {
                "answered": words._("Answered"),
                "partly": words._("Answered in part"),
                "overtaken": words._("Overtaken by events"),
            }
            state = states[unknown.answer.state]
            at = f" {self.words.at(unknown.answer.on)}" if unknown.answer.on else ""
            parts += [f"<em>{escape(f'{state}{at}.', start=False)}</em>", self.line(unknown.answer.text, start=False)]
        return " ".join(part for part in parts if part)

    def watch(self, item: Watch) -> str:
        """Set what to look for, with what came of it."""
        parts = [self.line(item.text)]
        if item.due:
            parts.append(escape(self.words._("Due %(date)s.", date=self.words.when(item.due)), start=False))
        if item.outcome:
            state = capital(self.words.term("what became of it", item.outcome.state))
            parts += [f"— <em>{escape(f'{state}.', start=False)}</em>", self.line(item.outcome.text, start=False)]
        return " ".join(part for part in parts if part)

    def backgrounds(self) -> Iterator[str]:
        """Yield the backgrounds that the brief needs, with their pages."""
        for use in self.brief.background:
            yield self.linked(Key("background", use.use)) if use.use else escape(use.title or "")

    def sources(self) -> Iterator[str]:
        """Yield the sources in the order of their numbers."""
        for number, key in enumerate(self.cited, 1):
            yield f"{number}. {self.source(self.edition.sources[key])}"

    def source(self, source: KnownSource) -> str:
        """Say what a source is."""
        words = self.words
        what = words.quoted(source.title) if source.title else source.about or ""
        shown = escape(what, start=False)
        kind = words.term("kind of source", source.kind) if source.kind and source.kind != "other" else ""
        language = words.language(source.language) if source.language else ""
        parts = [
            escape(self.edition.name(Key("publisher", source.publisher))),
            f"[{shown}]({address(source.url)})" if source.url else shown,
            *(escape(part, start=False) for part in (words.when(source.published) if source.published else "", kind, language)),
        ]
        note = f". {escape(words.sentence(source.note), start=False)}" if source.note else ""
        return ", ".join(part for part in parts if part) + note
