"""Labels: what the pages of a language call an entry, and where that leads, whichever page it is that names it."""

from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from generator.asking import kept
from generator.edition import Edition, Key
from generator.edition.addresses import address_of
from generator.model.forms import Brief
from generator.outputs.web import path_of
from generator.pages.languages import inline, language_of_name, version
from generator.text import address, escape
from generator.words import Words, words_for


@dataclass(frozen=True, slots=True)
class Label:
    """The name of an entry as plain text, and its language, where it is words of one (BCP 47).

    `address` is that of its page; empty if it has none in this edition. `mark` follows the name of a brief that is held back.
    """

    name: str
    lang: str
    address: str
    mark: Markup


@kept
def label(edition: Edition, key: Key, lang: str) -> Label:
    """Return what pages in `lang` call an entry; of a brief, its version in that language. Ask for it with `edition.ask`."""
    key = version(edition, key, lang)
    words = words_for(lang, edition.settings.options.language)
    return Label(edition.name(key), language_of_name(edition, key), page_of(edition, key), _mark(edition, key, words))


def page_of(edition: Edition, key: Key) -> str:
    """Return the address of the page of an entry or a topic; empty if it has none in this edition."""
    return address_of(key) if key.kind == "topic" else edition.ask(path_of, key) or ""


def _mark(edition: Edition, key: Key, words: Words) -> Markup:
    brief = edition.get(key, Brief) if edition.preview else None
    if brief is None or not edition.held_back(brief):
        return Markup("")
    held_back = words._("draft") if brief.stage == "draft" else words._("not yet published")
    return Markup(f" *({escape(held_back, start=False)})*")


@lru_cache(maxsize=50_000)  # the same names stand on thousands of pages
def linked(name: str, lang: str, target: str, page: str) -> Markup:
    """Set a name in `lang` on a page in another language, linked to `target` if there is one."""
    shown = inline(Markup(escape(name, start=not target)), lang or page, page)
    return Markup(f"[{shown}]({address(target)})" if target else shown)
