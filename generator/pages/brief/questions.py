"""What a brief leaves open: the questions without an answer, and what to watch for."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from generator.edition import Document
from generator.model.forms import Brief
from generator.model.parts import Outcome, Unknown, Watch
from generator.pages.brief.context import told_by
from generator.pages.sheet import Sheet
from generator.words import Words, capital


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question without an answer, and what became of it."""

    anchor: str
    question: str
    since: str
    """Since when it has been asked, where the page does not say so itself."""
    text: Markup
    kind: str
    """Its state as the style sheet knows it: `open`, `answered`, `partly`, `overtaken`."""
    state: str
    """What became of it, as its own sentence begins."""
    since_then: str
    """What became of it, after the question."""
    answered: str
    """When the answer came, with its preposition."""
    answer: Markup
    answered_by: Markup


@dataclass(frozen=True, slots=True)
class Expected:
    """What to watch for, and what came of it."""

    text: Markup
    due: str
    kind: str
    """Its state as the style sheet knows it: `open`, `came`, `came-late`, `did-not-come`, `overtaken`, `not-known`."""
    state: str
    outcome: Markup
    told_by: Markup


def unknowns(sheet: Sheet, document: Document, brief: Brief) -> Iterator[OpenQuestion]:
    """Set the open questions of a brief."""
    for number, unknown in enumerate(brief.unknowns, 1):
        asked = open_question(sheet, document, number, unknown)
        told = unknown.since and sheet.words.when(unknown.since) == sheet.words.day(brief.as_of)
        yield replace(asked, since="") if told else asked


def open_question(sheet: Sheet, document: Document, number: int, unknown: Unknown) -> OpenQuestion:
    """Set one open question of a brief, the one with this number (from 1)."""
    words, answer = sheet.words, unknown.answer
    return OpenQuestion(
        f"unknown-{unknown.id or number}",
        unknown.question,
        words.since(unknown.since) if unknown.since else "",
        sheet.line(document, unknown.text),
        answer.state if answer else "open",
        *(_states(words)[answer.state] if answer else ("", "")),
        words.at(answer.on) if answer and answer.on else "",
        sheet.line(document, answer.text) if answer else Markup(""),
        told_by(sheet, document, answer.brief) if answer else Markup(""),
    )


def _states(words: Words) -> dict[str, tuple[str, str]]:
    return {
        "answered": (words._("Answered"), words._("answered since")),
        "partly": (words._("Answered in part"), words._("answered in part since")),
        "overtaken": (words._("Overtaken by events"), words._("overtaken by events since")),
    }


def watch(sheet: Sheet, document: Document, brief: Brief) -> Iterator[Expected]:
    """Set what to watch for."""
    return (expected(sheet, document, item) for item in brief.watch)


def expected(sheet: Sheet, document: Document, item: Watch) -> Expected:
    """Set one thing to watch for."""
    outcome = item.outcome
    return Expected(
        sheet.line(document, item.text),
        sheet.words.when(item.due) if item.due and not (outcome and outcome.on == item.due) else "",
        outcome.state.replace(" ", "-") if outcome else "open",
        _outcome(sheet.words, outcome) if outcome else "",
        sheet.line(document, outcome.text) if outcome else Markup(""),
        told_by(sheet, document, outcome.brief) if outcome else Markup(""),
    )


def _outcome(words: Words, outcome: Outcome) -> str:
    state = capital(words.term("what became of it", outcome.state))
    day = None if outcome.state == "did not come" else outcome.on  # what did not come has no day
    return words._("%(state)s %(when)s", state=state, when=words.at(day)) if day else state
