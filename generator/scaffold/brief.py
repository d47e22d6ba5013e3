"""A new brief: the short form with a note on each field, to be filled in."""

import re
from dataclasses import dataclass
from difflib import get_close_matches

from pydantic_core import PydanticCustomError

from generator.diagnostics import Diagnostic, Place, Severity
from generator.edition import Edition
from generator.edition.documents import ENDING
from generator.edition.references import LINKABLE
from generator.model.dates import When
from generator.model.forms import Brief
from generator.model.names import fault_of
from generator.model.values import ID, LONGEST_HEADLINE, a
from generator.scaffold.fields import about, blank, line, note
from generator.scaffold.names import slug_of
from generator.scaffold.suggestions import notes_on_ids

_SOURCE = dict.fromkeys(("url", "title", "about", "published", "publisher", "kind", "note"))
_LINES = dict.fromkeys(("published", "authors", "checked_by", "status", "storyline", "places", "topics", "time"))
_PARTS = {
    "why_it_matters": None,
    "key_points": None,
    "date_note": None,
    "quotes": dict.fromkeys(("by", "text", "cite", "via")),
    "disputes": {"question": None, "accounts": dict.fromkeys(("by", "says"))},
    "figures": dict.fromkeys(("measure", "value", "by", "as_of", "cite")),
    "unknowns": dict.fromkeys(("question", "since")),
    "watch": dict.fromkeys(("text", "due")),
    "background": dict.fromkeys(("use", "why")),
}
_HEAD = (
    "A new brief. Lines that start with # are notes for you; no reader sees them, and you may delete them.",
    "A field is a name, a colon, a space and what you write. A text goes below its field, after the |, "
    "each line with two spaces before it; a blank line starts a new paragraph.",
    "Name the source of every sentence after it, in brackets: [@source-1]. Where it matters who said it: "
    "[@source-1, says actor], and through whom: [@source-1, says actor, via publisher].",
)
_NEEDED = "------ What every brief needs"
_BESIDE = "------ Fill in what you have; leave the rest blank or delete it"
_MORE = "------ More parts. To use one, take away the # and the space in front of its lines (in VS Code: mark them, Ctrl+/)"


@dataclass(frozen=True, slots=True)
class Drafted:
    """A new file, relative to the site's folder, and its text."""

    file: str
    text: str


def new_brief(title: str, edition: Edition, *, date: str = "", storyline: str = "", slug: str = "") -> Drafted | Diagnostic:
    """Return a new brief, or what is wrong with what was asked for.

    `date` is that of the event (EDTF level 1); without it, the edition date. `slug` names the file, where the title should
    not or cannot.
    """
    title = " ".join(title.split())
    when = _when(date or edition.day.isoformat())
    if isinstance(when, Diagnostic):
        return when
    if fault := _title_fault(title) or _storyline_fault(storyline, edition):
        return fault
    name = _name(title, slug, edition, str(when.earliest.year))
    if isinstance(name, Diagnostic):
        return name
    file = f"{edition.register.folder}/{when.earliest.year}/{name}{ENDING}"
    known_until = when.latest if when.precision == "day" and when.latest < edition.day else edition.day
    return Drafted(file, _text(title, str(when), str(known_until), storyline, edition))


def _when(written: str) -> When | Diagnostic:
    try:
        when = When.of(written)
    except PydanticCustomError as error:
        context = error.context or {}
        says = f"takes {context['expected']}, not “{written}”" if "expected" in context else context["says"]
        return _fault(f"`--date` {says}.", context["help"])
    if when.earliest.year < 1000:
        return _fault(f"`--date` says {written}, which has no beginning.", "Name the day, month or year in which it began.")
    return when


def _title_fault(title: str) -> Diagnostic | None:
    if not title:
        return _fault("The title is empty.", 'Write it in quotes, as in `briefs new "Armenia asks for help"`.')
    if len(title) > LONGEST_HEADLINE:
        message = f"A title takes at most {LONGEST_HEADLINE} characters, and this one has {len(title)}."
        return _fault(message, "Shorten it.")
    if re.search("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]", title):
        return _fault("The title has an invisible character in it.", "Type it anew, without copying it from elsewhere.")
    return None


def _storyline_fault(storyline: str, edition: Edition) -> Diagnostic | None:
    known = edition.register.ids(("storyline",))
    if not storyline or storyline in known:
        return None
    likely = get_close_matches(storyline.lower().replace(" ", "-"), known, n=1)
    there = f"There are: {', '.join(known)}." if known else "There is none yet."
    advice = f"Did you mean `{likely[0]}`?" if likely else f"{there} Leave `--storyline` out if none fits."
    return _fault(f"There is no storyline with the id `{storyline}`.", advice)


def _name(title: str, slug: str, edition: Edition, year: str) -> str | Diagnostic:
    """Return the name of the file. It differs from the names of all other pages, so that each can be named by itself."""
    if slug and not re.fullmatch(ID, slug):
        likely = slug_of(slug)
        advice = (
            f"Write `--slug {likely}`." if likely else "Write the title in a few words of English, as in `--slug truce-holds`."
        )
        return _fault(f"`--slug` takes small letters, digits and hyphens, not “{slug}”.", advice)
    name = slug or slug_of(title)
    if not name:
        advice = "Add a name in Latin letters, as in `--slug truce-holds`."
        return _fault("The file's name becomes part of the page's address and cannot be made from this title.", advice)
    if fault := fault_of(name):
        return _fault(f"The file cannot be called `{name}`: its name {fault}.", "Add another one, as in `--slug truce-holds`.")
    for free in (name,) if slug else (name, f"{name}-{year}"):
        if not edition.register.find(LINKABLE, free):
            return free
    taken = edition.register.find(LINKABLE, name)[0]
    return _fault(
        f"There is {a(taken.kind)} `{taken.id}` already.", "Name the new brief with `--slug`, as in `--slug truce-holds`."
    )


def _text(title: str, date: str, as_of: str, storyline: str, edition: Edition) -> str:
    known, fields = notes_on_ids(edition, title), Brief.model_fields
    later = {kind: known[kind] for kind in ("background", "measure") if kind in known}
    given = {"title": line("title", title), "date": [f"date: {date}"], "as_of": [f"as_of: {as_of}"]}
    lines = [text for words in _HEAD for text in note(words)]
    lines += ["", *note(_NEEDED)]
    for name, filled in given.items():
        lines += ["", *note(about(fields[name])), *filled]
    for name in ("bottom_line", "what_happened"):
        lines += ["", *blank(Brief, {name: None}, {})]
        lines[-2:-2] = note(known.get("actor", "")) if name == "bottom_line" else ()
    lines += ["", *note(known.get("source", "")), *blank(Brief, {"sources": _SOURCE}, known)]
    lines += ["", *note(_BESIDE), "", *note(about(fields["stage"])), "stage: draft"]
    for name in _LINES:
        lines += ["", *blank(Brief, {name: None}, known)]
    lines = [f"storyline: {storyline}" if storyline and text == "storyline:" else text for text in lines]
    others = fields.keys() - {*given, "bottom_line", "what_happened", "sources", "stage", *_LINES, *_PARTS}
    also = f"There are also: {', '.join(name for name in fields if name in others)}."
    lines += ["", *note(_MORE), *note(also)]
    for name, inner in _PARTS.items():
        lines += ["", *(f"# {text}".rstrip() for text in blank(Brief, {name: inner}, later))]
    return "\n".join(lines) + "\n"


def _fault(message: str, help: str, file: str = "") -> Diagnostic:
    return Diagnostic("new-brief", Severity.ERROR, message, Place(file), help=help)
