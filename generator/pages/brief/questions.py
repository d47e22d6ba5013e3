"""What a brief leaves open: the questions without an answer, and what to watch for."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.edition import Document
from generator.model.forms import Brief
from generator.pages import words
from generator.pages.brief.context import told_by
from generator.pages.sheet import Sheet


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question without an answer, and what became of it."""

    anchor: str
    question: str
    since: str
    text: Markup
    state: str
    answered: str
    """When the answer came, with its preposition."""
    answer: Markup
    answered_by: Markup


@dataclass(frozen=True, slots=True)
class Expected:
    """What to watch for, and what came of it."""

    text: Markup
    due: str
    state: str
    outcome: Markup
    told_by: Markup


def unknowns(sheet: Sheet, document: Document, brief: Brief) -> Iterator[OpenQuestion]:
    """Set the open questions of a brief."""
    for number, unknown in enumerate(brief.unknowns, 1):
        answer = unknown.answer
        yield OpenQuestion(
            f"unknown-{unknown.id or number}",
            unknown.question,
            words.when(unknown.since) if unknown.since else "",
            sheet.line(document, unknown.text),
            {"answered": "Answered", "partly": "Answered in part", "overtaken": "Overtaken by events"}[answer.state]
            if answer
            else "",
            words.at(answer.on) if answer and answer.on else "",
            sheet.line(document, answer.text) if answer else Markup(""),
            told_by(sheet, document, answer.brief) if answer else Markup(""),
        )


def watch(sheet: Sheet, document: Document, brief: Brief) -> Iterator[Expected]:
    """Set what to watch for."""
    for item in brief.watch:
        outcome = item.outcome
        yield Expected(
            sheet.line(document, item.text),
            words.when(item.due) if item.due else "",
            " ".join([outcome.state.capitalize(), *([words.at(outcome.on)] if outcome.on else [])]) if outcome else "",
            sheet.line(document, outcome.text) if outcome else Markup(""),
            told_by(sheet, document, outcome.brief) if outcome else Markup(""),
        )
