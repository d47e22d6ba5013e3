"""What readers see beside the words of the editors, in the language of the page: headings, labels, dates, numbers and lists.

The words are in the source in English; `locale/<language>.po` holds their translations (GNU gettext). Dates, numbers, lists
and the names of languages are those of the Unicode CLDR. `words_for` gives the `Words` of a language; nothing else here
needs to be known. Whoever adds words runs `python tools/catalogue.py` and translates what is new.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Date
from functools import cache, cached_property, lru_cache
from gettext import NullTranslations

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.lists import format_list

from generator.model.amounts import Amount
from generator.model.dates import When
from generator.model.parts import Figure
from generator.words import calendar, numbers
from generator.words.catalogue import locale_of, translations


@dataclass(frozen=True, eq=False)
class Words:
    """The words of one language. Everything returned is plain text: who prints it escapes it.

    `tag` is the language that they are in (BCP 47), `locale` says how dates and numbers are written. In a message,
    `%(name)s` stands for a value that is given by its name, and `%%` for a percent sign.
    """

    tag: str
    locale: Locale
    catalogue: NullTranslations

    def gettext(self, message: str, /, **values: object) -> str:
        """Say a message."""
        return self.catalogue.gettext(message) % values

    _ = gettext

    def pgettext(self, context: str, message: str, /, **values: object) -> str:
        """Say a message that means different things in different places: `reference`, the kind of a source."""
        return self.catalogue.pgettext(context, message) % values

    def ngettext(self, one: str, many: str, amount: int, /, **values: object) -> str:
        """Say how many, by the plural rules of the language; `%(num)s` stands for the number."""
        return self.catalogue.ngettext(one, many, amount) % {"num": self.number(amount), **values}

    def term(self, kind: str, value: str) -> str:
        """Say a value of a form, such as `developing`, the status of a brief; `kind` is one of `generator.words.terms`."""
        return self.pgettext(kind, value.replace("%", "%%")) if value else ""

    def day(self, date: Date) -> str:
        """Say a day: `16 November 2021`."""
        return calendar.day(self.locale, date)

    def time(self, written: str) -> str:
        """Say a time with its offset: `13:00 (UTC+04:00)`, `14:30 UTC`."""
        clock, offset = written[:5], written[5:]
        if offset in ("Z", "+00:00"):
            return self._("%(clock)s UTC", clock=clock)
        return self._("%(clock)s (UTC%(offset)s)", clock=clock, offset=offset)

    def when(self, date: When) -> str:
        """Say a date with its precision: `16 November 2021`, `November 2021`, `about 2021`, `17–23 November 2021`."""
        return _when(self, date.written)

    def at(self, date: When) -> str:
        """Say a date with its preposition: `on 16 November 2021`, `in November 2021`; in brackets if unsure or an interval."""
        if date.precision == "interval" or date.approximate or date.uncertain:
            return f"({self.when(date)})"
        if date.precision == "day":
            return self._("on %(day)s", day=self.when(date))
        if date.precision == "month":
            return self._("in %(month)s", month=self.when(date))
        return self._("in %(year)s", year=self.when(date))

    def since(self, date: When) -> str:
        """Say since when: `since 14 November 2021`, `since about 2020`."""
        if calendar.is_certain_day(date):
            return self._("since %(day)s", day=self.when(date))
        return self._("since %(date)s", date=self.when(date))

    def until(self, date: When) -> str:
        """Say until when: `until 14 November 2021`, `until about 2020`."""
        if calendar.is_certain_day(date):
            return self._("until %(day)s", day=self.when(date))
        return self._("until %(date)s", date=self.when(date))

    def stretch(self, date: When) -> str:
        """Say a stretch of time: `17–23 November 2021`, `since 14 November 2021`."""
        first, last = date.written.split("/")
        if first == "..":
            return self.until(When.read(last))
        if last == "..":
            return self.since(When.read(first))
        start, end = When.read(first), When.read(last)
        if calendar.is_certain_day(start) and calendar.is_certain_day(end):
            return calendar.days(self.locale, start.earliest, end.earliest)
        return calendar.stretch(self.locale, self.when(start), self.when(end))

    def number(self, value: int | float) -> str:
        """Say a number: `6,500`."""
        return numbers.number(self.locale, value)

    def amount(self, value: Amount) -> str:
        """Say a number with its bound: `more than 6,500`."""
        number = self.number(value.number)
        return self._(f"{value.bound} %(number)s", number=number) if value.bound else number

    def figure(self, value: Figure) -> str:
        """Say a figure: its value, or its range with the best estimate."""
        if value.value:
            return self.amount(value.value)
        low, high = (self.amount(end) if end else "" for end in (value.low, value.high))
        if low and high:
            said = self._("%(low)s to %(high)s", low=low, high=high)
        else:
            said = self._("at least %(low)s", low=low) if low else self._("up to %(high)s", high=high) if high else ""
        return self._("%(range)s, best estimate %(best)s", range=said, best=self.amount(value.best)) if value.best else said

    def listed(self, names: Sequence[str]) -> str:
        """Join names as in a sentence: `one, two and three`."""
        return format_list(list(names), locale=self.locale) if names else ""

    def language(self, tag: str) -> str:
        """Say which language something is in: `in Armenian` for `hy`; a tag (BCP 47) that has no name is said itself."""
        try:
            name = Locale.parse(tag, sep="-").get_display_name(self.locale)
        except (UnknownLocaleError, ValueError):
            name = None
        return self._("in %(language)s", language=name) if name else self._("in the language “%(tag)s”", tag=tag)

    def quoted(self, words: str) -> str:
        """Set words in quotation marks: `“A title”`."""
        return f"{self.opening}{words}{self.closing}"

    @cached_property
    def opening(self) -> str:
        """The mark that opens a quotation."""
        return self.pgettext("opens a quotation", "“")

    @cached_property
    def closing(self) -> str:
        """The mark that closes a quotation."""
        return self.pgettext("closes a quotation", "”")

    def sentence(self, text: str) -> str:
        """Make a remark a sentence: a capital letter first, a full stop last."""
        return f"{capital(text.rstrip('.'))}{'' if text.endswith(('?', '!', f'{self.closing}.')) else '.'}"

    def amid(self, name: str) -> str:
        """Write a name as it stands inside a sentence: in English `the Ministry` for `The Ministry`."""
        return f"the {name[4:]}" if self.locale.language == "en" and name.startswith("The ") else name


@lru_cache(maxsize=50_000)  # a site says the same dates on thousands of pages
def _when(words: Words, written: str) -> str:
    date = When.read(written)
    if date.precision == "interval":
        return words.stretch(date)
    said = calendar.said(words.locale, date)
    said = words._("about %(date)s", date=said) if date.approximate else said
    return words._("%(date)s (not certain)", date=said) if date.uncertain else said


def capital(text: str) -> str:
    """Begin with a capital letter."""
    return f"{text[:1].upper()}{text[1:]}"


@cache
def words_for(*tags: str) -> Words:
    """Return the words of the first of the languages (BCP 47) that has a catalogue; of English, if none has."""
    for tag in (*tags, "en"):
        locale = locale_of(tag)
        if locale and (found := translations(locale.language)):
            return Words(tag, locale, found)
    raise AssertionError("English needs no catalogue")


RIGHT_TO_LEFT = frozenset(("Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"))
"""The scripts in use (ISO 15924) that are written from right to left."""


@cache
def direction(tag: str) -> str:
    """Return in which direction a language (BCP 47) is written, as HTML says it: `ltr` or `rtl`.

    A script in the tag decides, as in `az-Arab`; without one, the script in which the language is most often written (CLDR).
    """
    language, *more = tag.split("-")
    likely = str(get_global("likely_subtags").get(language, "")).split("_")
    script = next((part.title() for part in [*more, *likely] if len(part) == 4 and part.isalpha()), "")
    return "rtl" if script in RIGHT_TO_LEFT else "ltr"


@cache
def own_name(tag: str) -> str:
    """Return what the speakers of a language (BCP 47) call it: `Deutsch`, `հայերեն`; a tag that has no name is said itself."""
    try:
        locale = Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return tag
    return locale.get_display_name() or tag


@lru_cache(maxsize=10_000)
def same_language(tag: str, other: str) -> bool:
    """Tell whether two tags (BCP 47) name one language, wherever it is spoken: `de` and `de-AT`. A script makes a difference."""
    return _without_region(tag) == _without_region(other)


def _without_region(tag: str) -> tuple[str, str]:
    language, *more = tag.split("-")
    return language, next((part.title() for part in more if len(part) == 4 and part.isalpha()), "")


__all__ = ["Words", "capital", "direction", "own_name", "same_language", "words_for"]
