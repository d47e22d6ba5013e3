"""From the parser's events to nodes, with a finding for everything that YAML allows and a brief does not.

Where YAML reads something else than the editor meant (a list where `[[id]]` was meant) the value becomes text again, so
that one slip gives one finding and the form is not blamed as well.
"""

import re
from dataclasses import dataclass

from generator.diagnostics import Diagnostic, Place, Related, Span
from generator.reader import findings, segments, silent_slips
from generator.reader.events import Break, Event, events_of
from generator.reader.limits import MAX_DIGITS
from generator.reader.nodes import Mapping, Node, Scalar, Sequence, Style
from generator.reader.resolve import is_long_number, resolve
from generator.reader.source import Source, span

_STYLES: dict[str, Style] = {"": "plain", "'": "single", '"': "double", "|": "literal", ">": "folded"}
BAD_CHARACTER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")

_SAYS = {
    "directive": (
        "A line that starts with % is an order to YAML readers, which briefs do not use.",
        "Delete the line.",
    ),
    "several-documents": (
        "A second document starts here; a file holds one brief.",
        "Delete the line with ---, or move what follows to a file of its own.",
    ),
    "alias": (
        "`*{0}` would repeat a value from elsewhere; briefs do not use that.",
        "Write the value out. Where the * is meant as text, put the text below the key, after a |.",
    ),
    "anchor": (
        "`&{0}` gives a value a name for use elsewhere; briefs do not use that.",
        "Delete it. Where the & is meant as text, put the text below the key, after a |.",
    ),
    "tag": (
        "A word with ! at the start of a value tells YAML a type; briefs do not use that.",
        "Delete it. Where the ! is meant as text, put the text below the key, after a |.",
    ),
    "long-number": (
        f"This number has more than {MAX_DIGITS} digits, too many to keep exactly.",
        "Check the number; where the digits are an identifier, put them in quotes.",
    ),
    "hidden-character": (
        "This text writes an invisible control character (U+{0:04X}).",
        "Delete the code that starts with a backslash.",
    ),
    "merge-key": (
        "`<<` would copy fields from elsewhere; briefs do not use that.",
        "Write the fields out.",
    ),
    "key-not-text": (
        "The key `{0}` is a number or a word with a meaning of its own, not text.",
        'Put it in quotes: `"{0}":`.',
    ),
    "question-mark": (
        "A `?` stands directly before this word, and YAML would drop it.",
        'Delete it. Where it is meant as text, put the words in quotes, with it: `"?{0}"`.',
    ),
    "missing-key": (
        "A key is a word before a colon, and here is none.",
        "Write the key, a colon, a space and then the value.",
    ),
}
"""What each rule says about an event, and what to do; `{0}` is a word from the file."""


@dataclass(frozen=True, slots=True)
class Composed:
    """What could be read: the root, the findings on the way, and what broke the parser off, if anything did."""

    root: Node | None
    findings: tuple[Diagnostic, ...]
    broken: Break | None


def compose(source: Source) -> Composed:
    """Return the nodes of the first document in `source`, as far as its events go."""
    events, broken = events_of("\n".join(source.lines))
    composer = _Composer(source, events)
    root = composer.document()
    return Composed(root, tuple(composer.findings), broken)


class _Composer:
    """Walks the events once; a missing end counts as an end, since the events may have broken off."""

    def __init__(self, source: Source, events: list[Event]) -> None:
        self.source = source
        self.events = iter(events)
        self.findings: list[Diagnostic] = []

    def document(self) -> Node | None:
        root: Node | None = None
        documents = 0
        for event in self.events:
            if event.kind == "directive":
                self.report("directive", event)
            elif event.kind == "document":
                documents += 1
                if documents > 1:
                    self.report("several-documents", event)
                    break
            else:
                root = self.node(event)
        return root

    def report(self, rule: str, event: Event, word: str | int = "") -> None:
        message, help = _SAYS[rule]
        rule = {"alias": "anchor", "question-mark": "key-not-text"}.get(rule, rule)
        self.findings.append(self.source.fault(rule, span(*event.start), message.format(word), help.format(word)))

    def node(self, event: Event) -> Node:
        if event.kind == "alias":
            self.report("alias", event, event.name)
            return Scalar(f"*{event.name}", f"*{event.name}", "plain", span(*event.start, *event.end))
        if event.name or event.tag:
            self.marked(event)
        if event.kind == "sequence":
            return self.sequence(event)
        return self.mapping(event) if event.kind == "mapping" else self.scalar(event)

    def marked(self, event: Event) -> None:
        """Report an anchor or a tag, or the text that looks like one."""
        if slip := silent_slips.marked_text(self.source, event.start, event.value):
            self.findings.append(slip)
        elif event.name:
            self.report("anchor", event, event.name)
        else:
            self.report("tag", event)

    def scalar(self, event: Event, *, is_key: bool = False) -> Scalar:
        raw, style = event.value, _STYLES[event.style]
        value: str | int | float | bool | None = raw
        if style == "plain":
            value = resolve(raw)
            if not is_key:
                self.findings += silent_slips.of_plain(self.source, raw, event.start, event.end)
            if is_long_number(raw):
                self.report("long-number", event)
        elif style == "double" and (hidden := BAD_CHARACTER.search(raw)):
            self.report("hidden-character", event, ord(hidden.group()))
            raw = value = BAD_CHARACTER.sub("\ufffd", raw)
        elif style == "literal" and not raw and (slip := silent_slips.text_beside_bar(self.source, event.start[0])):
            self.findings.append(slip)
        places = segments.of_scalar(raw, event, self.source.lines)
        end = event.end
        if style in ("literal", "folded"):  # the parser's end is the start of whatever follows
            line = places[-1][1] - 1 if places else event.start[0]
            end = (line, len(self.source.lines[line]))
        return Scalar(raw, value, style, span(*event.start, *end), places)

    def sequence(self, event: Event) -> Node:
        items: list[Node] = []
        end = event
        for end in self.events:
            if end.kind == "end":
                break
            items.append(self.node(end))
        where = _between(event, end, items)
        match items:
            case [Sequence(items=(Scalar(),))] if event.in_brackets:
                if slip := silent_slips.reference(self.source, where):
                    self.findings.append(slip)
                    return self.as_text(where)
        return Sequence(tuple(items), where)

    def mapping(self, event: Event) -> Node:
        entries: dict[str, tuple[Scalar, Node]] = {}
        splits: dict[str, Span] = {}
        name = ""
        in_braces = event.in_brackets and self.source.lines[event.start[0]].startswith("{", event.start[1])
        end = event
        for end in self.events:
            if end.kind == "end":
                break
            key = self.key(end)
            following = next(self.events, None)
            if following is None:
                break
            if in_braces and following.start == following.end == end.end:
                splits[name] = key.span  # the words after a comma, which YAML takes for a key without a value
                continue
            value = self.merged(following) if key.raw == "<<" else self.node(following)
            if key.raw and key.raw in entries:
                self.duplicate(entries[key.raw][0], key)
            else:
                name = key.raw
                entries[name] = (key, value)
        where = _between(event, end, [value for _, value in entries.values()])
        found = Mapping(tuple(entries.values()), where)
        if end.kind != "end":
            return found  # broken off, so any slip is that of the break
        if splits:
            self.findings += silent_slips.comma_splits(self.source, found, splits)
            return found if entries else self.as_text(where)
        if not event.in_brackets and (slip := silent_slips.colon_in_item(self.source, found)):
            self.findings.append(slip)
            return self.as_text(where)
        return found

    def merged(self, event: Event) -> Node:
        """Return the value of a merge key, whose alias needs no finding of its own."""
        return Scalar("", "", "plain", span(*event.start, *event.end)) if event.kind == "alias" else self.node(event)

    def key(self, event: Event) -> Scalar:
        """Return the key that `event` starts; where it is no text, report it and return what stands in for it."""
        if event.kind != "scalar":
            node = self.node(event)
            if event.kind != "alias":
                self.report("missing-key", event)
            return Scalar("", "", "plain", node.span)
        if event.name or event.tag:
            self.marked(event)
        key = self.scalar(event, is_key=True)
        line, column = event.start
        if column and self.source.lines[line][column - 1] == "?":  # in brackets, libyaml asks for no blank after it
            self.report("question-mark", event, key.raw)
        if key.raw[:1].isspace() and key.style == "plain" and (slip := findings.other_blank(self.source, line)):
            self.findings.append(slip)
        if key.raw == "<<" and key.style == "plain":
            self.report("merge-key", event)
        elif not isinstance(key.value, str):
            self.report("key-not-text" if key.raw else "missing-key", event, key.raw)
        return key

    def duplicate(self, first: Scalar, again: Scalar) -> None:
        message = f"The key `{again.raw}` stands here a second time, so one of the two values would be lost."
        related = (Related(Place(self.source.file, first.span), "The first one is here."),)
        help = "Keep one of them, or join their values."
        self.findings.append(self.source.fault("duplicate-key", again.span, message, help, related=related))

    def as_text(self, where: Span) -> Scalar:
        """Return what stands in the file between two places as text, for values that YAML takes apart."""
        line, column = where.line - 1, where.column - 1
        if where.line == where.end_line:
            raw = self.source.lines[line][column : where.end_column - 1]
        else:
            raw = "\n".join(self.source.words(line, column, where.end_line - 1))
        return Scalar(raw, raw, "plain", where)


def _between(event: Event, end: Event, values: list[Node]) -> Span:
    """Return the span of a collection: to its closing bracket, or to the end of its last value."""
    if event.in_brackets or not values:
        return span(*event.start, *end.end)
    last = values[-1].span
    return Span(event.start[0] + 1, event.start[1] + 1, last.end_line, last.end_column)
