"""`brief.json` beside every brief: the brief for machines, with claims, speakers, carriers, origins, figures and sources.

Private persons are named where the text names them, and are no entries of their own. The words that a redacted correction took
down are not in it.
"""

from collections.abc import Iterator
from typing import Any

from generator.asking import kept
from generator.edition import Edition, Key
from generator.edition.addresses import address_of
from generator.edition.changes import changed
from generator.model.forms import Brief
from generator.model.parts import Answer, Outcome
from generator.outputs import shape
from generator.outputs.desk import Desk, dated
from generator.outputs.evidence import claims, figures, quotes, sources
from generator.outputs.json_text import document
from generator.outputs.web import absolute, language_of, page_of

FILE = "brief.json"


OF = "brief"


def of(edition: Edition, key: Key) -> Iterator[tuple[str, bytes]]:
    """Make the data of one brief or translation."""
    yield f"{address_of(key)}{FILE}", document(brief_data(edition, key))


def brief_data(edition: Edition, key: Key) -> dict[str, Any]:
    """Return the data of one brief; see `generator.outputs.shape.BriefData`."""
    found = edition.get(key, Brief)
    assert found is not None
    desk = Desk(edition, edition.documents[key], found)
    data = shape.BriefData(
        version=shape.VERSION, **_summary(desk), **(_withdrawal(desk) if found.stage == "withdrawn" else _rest(desk))
    )
    return {"version": data.version, **data.model_dump(mode="json", exclude_defaults=True)}


@kept
def summary(edition: Edition, key: Key) -> dict[str, Any]:
    """Return a brief in short; see `generator.outputs.shape.Summary`."""
    found = edition.get(key, Brief)
    if found is None:
        return {}
    data = shape.Summary(**_summary(Desk(edition, edition.documents[key], found)))
    return data.model_dump(mode="json", exclude_defaults=True)


def _summary(desk: Desk) -> dict[str, Any]:
    """Give what every list of briefs says; of a withdrawn one, only that it was."""
    edition, brief, key = desk.edition, desk.brief, desk.document.key
    always = {
        "id": key.id,
        "url": page_of(edition, key),
        "data": absolute(edition, f"{address_of(key)}{FILE}"),
        "title": brief.title,
        "language": language_of(edition, brief),
        "stage": brief.stage,
        "published": brief.published,
        "modified": changed(brief),
    }
    if brief.stage == "withdrawn":
        return always
    return always | {
        "date": dated(brief.date),
        "as_of": brief.as_of,
        "status": brief.status,
        "storyline": desk.named(Key("storyline", brief.storyline)) if brief.storyline else None,
        "topics": brief.topics,
        "bottom_line": desk.words(brief.bottom_line),
    }


def _withdrawal(desk: Desk) -> dict[str, Any]:
    """Give what is left of a withdrawn brief."""
    found = desk.brief.withdrawal
    assert found is not None
    instead = tuple(named for id in desk.brief.replaced_by if (named := desk.told_by(id)))
    return {"withdrawal": shape.WithdrawalData(date=found.date, why=desk.words(found.why) or "", replaced_by=instead)}


def _rest(desk: Desk) -> dict[str, Any]:
    """Give everything that lists of briefs do not say."""
    brief, words = desk.brief, desk.words
    return {
        "time": brief.time,
        "authors": brief.authors,
        "checked_by": brief.checked_by,
        "places": tuple(desk.place(Key("place", id)) for id in brief.places),
        "date_note": words(brief.date_note),
        "key_points": tuple(words(point) or "" for point in brief.key_points),
        "why_it_matters": words(brief.why_it_matters),
        "what_happened": words(brief.what_happened),
        "claims": tuple(claims(desk)),
        "quotes": tuple(quotes(desk)),
        "figures": tuple(figures(desk)),
        "disputes": tuple(_disputes(desk)),
        "unknowns": tuple(
            shape.OpenData(
                id=item.id, text=item.question, known=words(item.text), since=dated(item.since), became=_became(desk, item.answer)
            )
            for item in brief.unknowns
        ),
        "watch": tuple(
            shape.OpenData(id=item.id, text=words(item.text) or "", due=dated(item.due), became=_became(desk, item.outcome))
            for item in brief.watch
        ),
        "background": tuple(
            desk.named(Key("background", use.use)) if use.use else shape.Named(name=use.title or "") for use in brief.background
        ),
        "sources": tuple(sources(desk)),
        "updates": tuple(
            shape.UpdateData(date=item.date, text=words(item.text) or "", significant=item.significant) for item in brief.updates
        ),
        "corrections": tuple(
            shape.CorrectionData(
                date=item.date,
                now=words(item.now) or "",
                was=None if item.redacted else words(item.was),
                why=words(item.why),
                material=item.material,
                redacted=item.redacted,
            )
            for item in brief.corrections
        ),
    }


def _disputes(desk: Desk) -> Iterator[shape.DisputeData]:
    """Yield the disputed questions."""
    for dispute in desk.brief.disputes:
        accounts = tuple(
            shape.AccountData(by=desk.speaker(account.by), says=desk.words(account.says) or "") for account in dispute.accounts
        )
        yield shape.DisputeData(id=dispute.id, question=dispute.question, note=desk.words(dispute.note), accounts=accounts)


def _became(desk: Desk, outcome: Answer | Outcome | None) -> shape.Became | None:
    """Give what became of a question or a watch item."""
    if outcome is None:
        return None
    told = desk.told_by(outcome.brief) if outcome.brief else None
    return shape.Became(state=outcome.state, on=dated(outcome.on), brief=told, text=desk.words(outcome.text))
