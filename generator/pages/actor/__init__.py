"""The page of an actor: who it is, what it says, and every page on which it appears. Private persons have none."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.edition import Edition, Key
from generator.edition.addresses import address_of
from generator.model.details import Role
from generator.model.forms import Actor
from generator.pages import mentions, quoting, roll, support, tallies
from generator.pages.page import Page
from generator.pages.sheet import Sheet
from generator.pages.template import render
from generator.pages.variants import VariantName, variants
from generator.words import Words, capital


@dataclass(frozen=True, slots=True)
class RoleLine:
    """One office and when it was held, as far as is known."""

    title: str
    of: Markup
    period: str


@dataclass(frozen=True, slots=True)
class ActorView:
    """All that the template of an actor shows."""

    name: str
    kind: str
    description: str
    speaks_for: Markup
    roles: tuple[RoleLine, ...]
    variants: tuple[VariantName, ...]
    about: Markup
    said: tuple[quoting.Told, ...]
    said_of: tuple[quoting.Told, ...]
    tallies: tuple[tallies.Tally, ...]
    """What the actor counted."""
    briefs: roll.Roll
    others: tuple[mentions.Mention, ...]
    support: support.Support


def subjects(edition: Edition) -> Iterator[Key]:
    """Every actor gets a page, except persons who are not marked as public."""
    yield from (key for key, actor in edition.every(Actor) if actor.has_page)


def page(edition: Edition, key: Key) -> Page:
    """Set the page of one actor."""
    document, actor = edition.documents[key], edition.get(key, Actor)
    assert actor is not None
    sheet = Sheet(edition, address_of(key))
    view = ActorView(
        name=actor.name,
        kind=capital(sheet.words.term("kind of actor", actor.kind)),
        description=actor.description,
        speaks_for=sheet.link(Key("actor", actor.speaks_for)) if actor.speaks_for else Markup(""),
        roles=tuple(_role(sheet, role) for role in actor.roles),
        variants=variants(sheet, actor.variants),
        about=sheet.text(document, actor.about),
        said=quoting.said_by(sheet, key.id),
        said_of=quoting.said_of(sheet, key),
        tallies=tallies.tallies(sheet, [*edition.told_in(key), *edition.backlinks.get(key, ())], by=key.id),
        briefs=roll.roll(sheet, key),
        others=mentions.others(sheet, key),
        support=support.support(sheet, document),
    )
    body = render("actor/page.md.j2", view, sheet.words)
    return Page(sheet.at, actor.name, actor.description, body, document.file, meta=sheet.meta("actor"))


def _role(sheet: Sheet, role: Role) -> RoleLine:
    return RoleLine(role.title, sheet.link(Key("actor", role.of)) if role.of else Markup(""), _period(sheet.words, role))


def _period(words: Words, role: Role) -> str:
    if role.since and role.until:
        return f"{words.when(role.since)} – {words.when(role.until)}"
    if role.since or role.until:
        return words.since(role.since) if role.since else words.until(role.until) if role.until else ""
    return words._("named so %(when)s", when=words.at(role.as_of)) if role.as_of else ""
