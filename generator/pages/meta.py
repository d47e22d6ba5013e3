"""What the theme and other machines are told of each page, added in one place for all kinds of page.

`kind`, `lang` and `locale` say what the page is and in which language; `published` and `modified` are days; `feeds` and
`data` are the feeds and the JSON that belong to this page alone, as paths in the site; `json_ld` is JSON that can stand in a
`<script>`. The partial `machines.html` of the theme prints them into the head. What a page type puts into `meta` itself stays.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date as Date
from typing import Any

from babel.core import get_global

from generator.edition import Edition, Key, SourceKey, filing
from generator.edition.calendar import Part
from generator.model.forms import Brief
from generator.outputs import atom, brief_data
from generator.outputs.json_text import inside_html
from generator.outputs.jsonld import page_graph
from generator.outputs.web import language_of
from generator.pages.page import Page
from generator.text.escape import shown
from generator.words.catalogue import locale_of


def complete(edition: Edition, kind: str, subject: object, page: Page) -> Page:
    """Return a page with its `meta` and the day of its last change. `subject` is what its type makes it of."""
    modified = last_change(edition, subject, page)
    key = _key(subject)
    document = edition.documents.get(key)
    entry = document.entry if document else None
    language, kind = page.meta.get("lang") or language_of(edition, entry), page.meta.get("kind", kind)
    days = {"modified": modified, "published": entry.published if isinstance(entry, Brief) else None}
    meta: dict[str, Any] = {
        "kind": kind,
        "lang": language,
        "locale": locale(language),
        "feeds": _feeds(edition, key),
        **{name: day.isoformat() for name, day in days.items() if day},
        **({"data": f"{page.address}{brief_data.FILE}"} if isinstance(entry, Brief) else {}),
        **page.meta,
    }
    meta = {name: shown(value) if isinstance(value, str) else value for name, value in meta.items()}
    told = replace(page, title=shown(page.title), description=shown(page.description), meta=meta, changed=modified)
    return replace(told, meta=meta | {"json_ld": inside_html(page_graph(edition, kind, key, told, modified))})


def last_change(edition: Edition, subject: object, page: Page) -> Date | None:
    """Return the day of the last change of what a page shows: of its own entry, and of those that it lists.

    None where nothing records a day.
    """
    if isinstance(subject, Key) and subject.kind == "brief":
        return page.changed
    listed = _listed(edition, subject)
    days = [edition.ask(filing.last_change)] if listed is None else [edition.changes.get(key) for key in listed]
    return max((day for day in (page.changed, *days) if day), default=None)


def _listed(edition: Edition, subject: object) -> Iterable[Key] | None:
    """Return the entries that a page lists: those that refer to its own, those of its part of a list; None for all."""
    if isinstance(subject, Key):
        listed = edition.topics.get(subject.id, ()) if subject.kind == "topic" else edition.backlinks.get(subject, ())
        return listed if subject in edition.documents or subject.kind == "topic" else None
    part = subject[1] if isinstance(subject, tuple) else subject
    if isinstance(part, Part) and part.items:
        return [_entry_of(item) for item in part.items]
    return None


def _entry_of(item: Any) -> Key:
    """Return the entry to which an item of a list belongs: a source to the one that lists it, a ledger's line to its brief."""
    if isinstance(item, Key):
        return item
    if isinstance(item, SourceKey):
        return item.owner
    found: Key = getattr(item, "key", None) or item.document.key
    return found


def locale(language: str) -> str:
    """Return a language as OpenGraph writes it, with a region: `en_GB`, `hy_AM`; where none is given, the likeliest (CLDR)."""
    found = locale_of(language)
    if found is None:
        return ""
    territory = found.territory or get_global("likely_subtags").get(found.language, "").rpartition("_")[2]
    return f"{found.language}_{territory}" if territory else ""


def _key(subject: object) -> Key:
    """Return the entry that a page is about; for a page about many, a key that no entry has."""
    if isinstance(subject, tuple) and not isinstance(subject, Key):
        return _key(subject[0])
    return subject if isinstance(subject, Key) else Key("site", "")


def _feeds(edition: Edition, key: Key) -> list[dict[str, str]]:
    """Name the feed of the storyline that a page is about or belongs to."""
    brief = edition.get(key, Brief)
    storyline = Key("storyline", brief.storyline or "") if brief else key
    if storyline.kind != "storyline" or storyline not in edition.documents:
        return []
    return [{"title": shown(edition.name(storyline)), "path": atom.path_for(storyline), "type": atom.TYPE}]
