"""Bring the catalogues of `generator/words/locale/` up to the words that the code and the templates say.

`python tools/catalogue.py` adds what is new, to be translated, and takes out what nothing says any more. With `--check` it
only tells what a catalogue lacks (exit status 1). `python tools/catalogue.py --add fr` starts another language.
"""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from generator.words import terms  # noqa: E402
from generator.words.catalogue import FOLDER  # noqa: E402

CODE = ROOT / "generator"
METHODS = [("**.py", "python"), ("**.j2", "jinja2"), ("**.html", "jinja2")]
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
JINJA = {"trimmed": "true", "silent": "false"}
BEGAN = datetime(2026, 11, 25, tzinfo=UTC)
"""Stands in the head of a new catalogue: the clock is not read, so that the same words give the same file."""


def extracted() -> Catalog:
    """Return every message of the code, the templates and the values of the forms."""
    found = Catalog()
    options = {pattern: JINJA for pattern, method in METHODS if method == "jinja2"}
    for file, _, message, comments, context in extract_from_dir(CODE, METHODS, options, KEYWORDS, ("Translators:",)):
        found.add(message, locations=[(f"generator/{file}", 0)], auto_comments=comments, context=context)
    for context, message in terms.messages():
        found.add(message, context=context or None)
    return found


def brought_up(language: str, messages: Catalog) -> bytes:
    """Return the file of a language with all the messages and no others; what is new has no translation yet."""
    path = FOLDER / f"{language}.po"
    if path.exists():
        catalogue = read_po(BytesIO(path.read_bytes()), locale=language)
        catalogue.update(messages, no_fuzzy_matching=True, update_creation_date=False)
    else:
        head = {"project": "briefs", "version": "1", "creation_date": BEGAN, "revision_date": BEGAN, "fuzzy": False}
        catalogue = Catalog(language, msgid_bugs_address="-", last_translator="-", language_team="-", **head)
        catalogue.update(messages, no_fuzzy_matching=True, update_creation_date=False)
    catalogue.header_comment = f"# Words that readers see, in {catalogue.locale.get_display_name('en')}. See CONTRIBUTING.md."
    written = BytesIO()
    write_po(written, catalogue, width=128, ignore_obsolete=True, sort_output=True, include_lineno=False)
    return written.getvalue()


def missing(language: str, messages: Catalog) -> Iterator[str]:
    """Yield what is wrong with the catalogue of a language, one line for each message."""
    catalogue = read_po(BytesIO((FOLDER / f"{language}.po").read_bytes()), locale=language)
    for message in messages:
        if message.id:
            own = catalogue.get(message.id, message.context)
            said = own.string if own and isinstance(own.string, tuple) else (own.string,) if own else ()
            if own is None:
                yield f"{language}: not in the catalogue: {message.id!r}"
            elif not all(said) or own.fuzzy:
                yield f"{language}: not translated: {message.id!r}"
    for own in catalogue:
        if own.id and messages.get(own.id, own.context) is None:
            yield f"{language}: nothing says this any more: {own.id!r}"
        yield from (f"{language}: {fault}: {own.id!r}" for fault in own.check(catalogue) if own.id)


def main(arguments: list[str]) -> int:
    """Write the catalogues anew, or check them."""
    messages = extracted()
    languages = sorted({*(path.stem for path in FOLDER.glob("*.po")), *arguments[1:]})
    if "--check" not in arguments:
        languages = [language for language in languages if not language.startswith("-")]
        for language in languages:
            (FOLDER / f"{language}.po").write_bytes(brought_up(language, messages))
    faults = [fault for path in sorted(FOLDER.glob("*.po")) for fault in missing(path.stem, messages)]
    print("\n".join(faults) or f"Every word is said in {', '.join(languages)}.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
