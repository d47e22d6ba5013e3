"""The ledger of open questions: what nobody knew when a brief was written, and what was answered since."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Date

from markupsafe import Markup

from generator.asking import kept
from generator.edition import Edition, Key
from generator.edition.calendar import Part
from generator.edition.ledgers import Question, lines_of, questions, unanswered
from generator.pages import ledger, roll
from generator.pages.brief.questions import OpenQuestion, open_question
from generator.pages.page import Page
from generator.pages.sheet import Sheet
from generator.pages.template import render

AT = "open-questions/"


@dataclass(frozen=True, slots=True)
class Asked:
    """One question, with a link to the brief that asked it."""

    question: OpenQuestion
    storyline: Markup
    """To which story it belongs, for a question alone does not say."""
    state: str
    """What became of it and when, or since when it is open."""
    asked_in: Markup


@dataclass(frozen=True, slots=True)
class QuestionsView:
    """All that the ledger shows: how many questions there are, and the lines of this page, each group the latest first."""

    title: str
    total: int
    unanswered: int
    parts: tuple[roll.PartLink, ...]
    open: tuple[Asked, ...]
    answered: tuple[Asked, ...]


def subjects(edition: Edition) -> Iterator[Part[Question] | None]:
    """The ledger, in parts where it is long."""
    yield from ledger.subjects(edition.ask(_parts))


def page(edition: Edition, part: Part[Question] | None) -> Page:
    """Set one page of the ledger."""
    sheet = Sheet(edition, ledger.address(AT, part), marked=False)
    every = edition.ask(questions)
    here = ledger.held(every, part)
    view = QuestionsView(
        ledger.title(sheet, sheet.words._("Open questions"), part),
        len(every),
        edition.ask(unanswered),
        ledger.links(sheet, edition.ask(_parts), part, AT),
        tuple(edition.ask(_asked, sheet.at, one.key, one.number) for one in here if not one.answered),
        tuple(edition.ask(_asked, sheet.at, one.key, one.number) for one in here if one.answered),
    )
    description = sheet.words._("What was not known, since when, and what was answered since.")
    meta = sheet.meta("ledger")
    return Page(sheet.at, view.title, description, render("open_questions/page.md.j2", view, sheet.words), meta=meta)


def _parts(edition: Edition) -> tuple[Part[Question], ...]:
    return ledger.parts(edition.ask(questions), _day)


def _day(question: Question) -> Date:
    return question.since


@kept
def _asked(edition: Edition, at: str, key: Key, number: int) -> Asked:
    """Set one question of a brief for the page `at`, which need not be made anew where something else in the brief changes."""
    sheet, document = Sheet(edition, at, marked=False), edition.documents[key]
    asked = open_question(sheet, document, number, lines_of(document).unknowns[number - 1])
    return Asked(asked, ledger.storyline(sheet, key), _state(sheet, asked), sheet.link(key))


def _state(sheet: Sheet, asked: OpenQuestion) -> str:
    if asked.state:
        return f"{asked.state} {asked.answered}".strip()
    return sheet.words._("Open %(since)s", since=asked.since) if asked.since else sheet.words._("Open")
