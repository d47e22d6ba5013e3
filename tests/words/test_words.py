"""Dates, numbers, lists and remarks as readers of each language read them."""

import pytest
from markupsafe import Markup, escape

from generator.model.amounts import BOUNDS, Amount
from generator.model.dates import When
from generator.model.parts import Figure
from generator.words import Words, direction, terms, words_for
from generator.words.templates import functions

WHEN = {
    "2021-11-16": ("16 November 2021", "16. November 2021"),
    "2021-11": ("November 2021", "November 2021"),
    "2021~": ("about 2021", "etwa 2021"),
    "2021?": ("2021 (not certain)", "2021 (nicht gesichert)"),
    "1988%": ("about 1988 (not certain)", "etwa 1988 (nicht gesichert)"),
    "2021-11-17/2021-11-23": ("17–23 November 2021", "17.–23. November 2021"),
    "2021-11-30/2021-12-02": ("30 November – 2 December 2021", "30. November – 2. Dezember 2021"),
    "2020-12-30/2021-01-02": ("30 December 2020 – 2 January 2021", "30. Dezember 2020 – 2. Januar 2021"),
    "2021-11-16/2021-11-16": ("16 November 2021", "16. November 2021"),
    "1988~/1994-05": ("about 1988 – May 1994", "etwa 1988 – Mai 1994"),
    "../2021-11-16": ("until 16 November 2021", "bis zum 16. November 2021"),
    "2021~/..": ("since about 2021", "seit etwa 2021"),
}
AT = {
    "2021-11-16": ("on 16 November 2021", "am 16. November 2021"),
    "2021-11": ("in November 2021", "im November 2021"),
    "2021": ("in 2021", "im Jahr 2021"),
    "2021~": ("(about 2021)", "(etwa 2021)"),
}
NUMBERS = {6500: ("6,500", "6.500"), 12.0: ("12.0", "12,0"), 1234.567891: ("1,234.567891", "1.234,567891"), 0: ("0", "0")}


def figure(**values: str) -> Figure:
    return Figure.model_validate({"measure": "hurt", "by": "not stated", "cite": "report", **values})


@pytest.mark.parametrize("at", [0, 1], ids=["en", "de"])
def test_dates_and_numbers(at: int) -> None:
    words = words_for(("en", "de")[at])
    assert {written: words.when(When.read(written)) for written in WHEN} == {written: said[at] for written, said in WHEN.items()}
    assert {written: words.at(When.read(written)) for written in AT} == {written: said[at] for written, said in AT.items()}
    assert {value: words.number(value) for value in NUMBERS} == {value: said[at] for value, said in NUMBERS.items()}


@pytest.mark.parametrize(
    ("tag", "day", "count"),
    [
        ("en", "16 November 2021", "2 sources"),
        ("en-US", "November 16, 2021", "2 sources"),
        ("de", "16. November 2021", "2 Quellen"),
        ("de-AT", "16. November 2021", "2 Quellen"),
        ("hy", "16 November 2021", "2 sources"),  # no catalogue: nothing is half translated
        ("xx", "16 November 2021", "2 sources"),
    ],
)
def test_a_language_has_its_own_words_or_english_ones(tag: str, day: str, count: str) -> None:
    words = words_for(tag)
    assert words.when(When.read("2021-11-16")) == day
    assert words.ngettext("%(num)s source", "%(num)s sources", 2) == count


def test_the_next_language_is_taken_where_the_first_has_no_catalogue() -> None:
    assert words_for("hy", "de").tag == "de"


def test_figures_and_times() -> None:
    english, german = words_for("en"), words_for("de")
    assert english.figure(figure(value="more than 6500")) == "more than 6,500"
    assert german.figure(figure(value="more than 6500")) == "mehr als 6.500"
    assert german.figure(figure(low="10", high="20", best="15")) == "10 bis 20, beste Schätzung 15"
    assert english.figure(figure(low="10")) == "at least 10"
    assert [english.time("13:00+04:00"), english.time("14:30Z")] == ["13:00 (UTC+04:00)", "14:30 UTC"]
    assert german.time("13:00+04:00") == "13:00 Uhr (UTC+04:00)"
    assert {german.amount(Amount(7, bound)) == english.amount(Amount(7, bound)) for bound in BOUNDS} == {False}


def test_sentences_and_lists() -> None:
    english, german = words_for("en"), words_for("de")
    assert [english.listed(names) for names in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]
    assert german.listed(["a", "b", "c"]) == "a, b und c"
    assert [english.sentence(said) for said in ("a note", "a note.", "why?")] == ["A note.", "A note.", "Why?"]
    assert [german.quoted("Frieden"), english.quoted("Peace")] == ["„Frieden“", "“Peace”"]
    assert [english.language("hy"), german.language("hy")] == ["in Armenian", "auf Armenisch"]
    assert english.language("xx") == "in the language “xx”"
    assert [english.amid("The Ministry"), german.amid("The Ministry")] == ["the Ministry", "The Ministry"]


def test_every_value_that_readers_see_is_a_term() -> None:
    assert {kind for kind in terms.TERMS if len(terms.values(kind)) < 2} == set()
    assert words_for("de").term("kind of source", "reference") == "Nachschlagewerk"


def test_direction() -> None:
    assert {tag: direction(tag) for tag in ("en", "hy", "ar", "he", "fa", "ur", "xx")} == {
        **{"en": "ltr", "hy": "ltr", "xx": "ltr"},
        **{"ar": "rtl", "he": "rtl", "fa": "rtl", "ur": "rtl"},
    }


@pytest.fixture
def say() -> Words:
    return words_for("de")


def test_a_template_escapes_values_and_words_but_no_finished_markup(say: Words) -> None:
    said = functions(say, lambda value, begins: escape(value))
    assert said["_"]("See %(link)s.", link="<b>") == Markup("Siehe &lt;b&gt;.")
    assert said["_"]("See %(link)s.", link=Markup("<b>")) == Markup("Siehe <b>.")
    assert said["_"]("<i> 100 %%") == Markup("&lt;i&gt; 100 %")
    assert said["ngettext"]("%(num)s source", "%(num)s sources", 1200) == Markup("1.200 Quellen")
    with pytest.raises(KeyError):
        said["_"]("See %(link)s.")
