"""A new brief: what it holds, what is still to be filled in, and what is answered to a wrong request."""

import json
import re
from datetime import date as Date
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from generator import reader
from generator.build import Checked, Inputs, read_edition
from generator.diagnostics import Diagnostic
from generator.model.forms import Brief
from generator.model.schema import schema_of
from generator.scaffold import Drafted, new_brief
from generator.settings import read
from tests.build.small import CONFIG, DAY, FILES

FILE = "briefs/2021/guns-fall-silent.yml"
TITLE = "Guns fall silent"
TO_FILL_IN = [("empty-field", ("bottom_line",)), ("empty-field", ("what_happened",)), ("wrong-value", ("sources", "source-1"))]


@cache
def checked(**files: str) -> Checked:
    settings, _, _ = read(CONFIG)
    texts = {name: text.encode() for name, text in FILES.items() if name.startswith("briefs/")}
    entries = texts | {name: text.encode() for name, text in files.items()}
    return read_edition(Inputs("mkdocs.yml", CONFIG, entries, {}), settings, Date.fromisoformat(DAY))


def drafted(title: str = TITLE, *, date: str = "", storyline: str = "", slug: str = "") -> Drafted:
    found = new_brief(title, checked().edition, date=date, storyline=storyline, slug=slug)
    assert isinstance(found, Drafted), found
    return found


def refused(title: str = TITLE, *, date: str = "", storyline: str = "", slug: str = "") -> str:
    found = new_brief(title, checked().edition, date=date, storyline=storyline, slug=slug)
    assert isinstance(found, Diagnostic), found
    return f"{found.message} {found.help}"


def findings(text: str) -> list[tuple[str, tuple[str | int, ...]]]:
    return [(finding.rule, finding.path) for finding in checked(**{FILE: text}).findings]


@pytest.mark.parametrize("storyline", ["", "border"])
@pytest.mark.parametrize("date", ["", "2021-11-16", "2021-11", "2021~", "2021-11-16?", "2021-11-17/.."])
def test_only_what_must_be_filled_in_is_found(date: str, storyline: str) -> None:
    new = drafted(date=date, storyline=storyline)
    assert new.file == FILE
    assert sorted(findings(new.text)) == TO_FILL_IN
    assert re.search(rf"(?m)^date: {re.escape(date or DAY)}$", new.text)
    assert f"\nstoryline: {storyline}".rstrip() + "\n" in new.text
    assert "\nstage: draft\n" in new.text


def test_it_is_fine_once_that_is_filled_in() -> None:
    text = drafted().text
    text = text.replace("bottom_line: |\n  \n", "bottom_line: |\n  The guns fell silent. [@source-1]\n")
    text = text.replace("what_happened: |\n  \n", "what_happened: |\n  At noon, the guns fell silent. [@source-1]\n")
    text = text.replace("\n    publisher:\n", "\n    publisher: paper\n").replace("\n    about:\n", "\n    about: A report\n")
    assert findings(text) == []


def test_the_parts_that_are_notes_can_be_used_by_taking_the_sign_away() -> None:
    head, parts = drafted().text.split("# ------ More parts")
    notes, lines = parts.split("\n\n", 1)
    used = re.sub(r"(?m)^# ?", "", lines)
    text = f"{head}# ------ More parts{notes}\n\n{used}"
    root = reader.read(text.encode(), FILE).root
    assert isinstance(root, reader.Mapping)
    assert {"why_it_matters", "key_points", "quotes", "disputes", "figures", "watch"} <= {key.raw for key, _ in root.entries}
    found = findings(text)
    assert {rule for rule, _ in found} == {"empty-field", "wrong-value"}
    assert {path[0] for rule, path in found if rule == "wrong-value"} <= {"key_points", "figures", "background", "sources"}
    assert ("empty-field", ("disputes", 0, "accounts", 0, "by")) in found


def test_what_a_field_is_for_is_what_the_model_says() -> None:
    text = re.sub(r"\n *# ", " ", drafted().text)
    for name in ("title", "as_of", "stage", "topics", "why_it_matters", "disputes"):
        assert str(Brief.model_fields[name].description) in text
    for name in Brief.model_fields:
        assert re.search(rf"\b{name}\b", text)


def test_an_editor_with_the_schema_sees_no_other_faults() -> None:
    root = reader.read(drafted().text.encode(), FILE).root
    assert root is not None
    data = json.loads(json.dumps(reader.plain(root)))
    wrong = [tuple(error.absolute_path) for error in Draft202012Validator(schema_of(Brief)).iter_errors(data)]
    assert sorted(wrong) == [path for rule, path in TO_FILL_IN if rule == "empty-field"]


def test_ids_are_suggested_those_nearest_to_the_title_first() -> None:
    text = " ".join(drafted("The neighbours make peace").text.replace("\n#", " ").split())
    assert "Actors, who say or do something: `neighbour`, `ministry`." in text
    assert "The storylines: `border`." in text
    assert "Publishers: `wire`, `paper`." in text
    assert "Measures: `hurt` (People hurt)." in text.replace(" # ", " ")


LINES = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp"), exclude_characters="\ufeff"),
    min_size=1,
    max_size=140,
)
AWKWARD = st.sampled_from(
    [
        "a: b",
        "# x",
        "x # y",
        "- a",
        "'",
        '"q" r',
        "no",
        "null",
        "12:30",
        "2021",
        "true",
        "[[a]]",
        "*a*",
        "|",
        "> a",
        "@a",
        "%a",
        "? a",
        "!a b",
        "&a",
        "{a",
        "---",
        "...",
        "a:",
        "<<",
        "~",
        "\\n",
        "`a`",
    ]
)


@given(LINES | AWKWARD | st.tuples(AWKWARD, LINES).map(" ".join).map(lambda line: line[:140]))
def test_any_line_of_text_reads_back_as_it_was_typed(title: str) -> None:
    words = " ".join(title.split())
    if not words:
        return
    reading = reader.read(drafted(title, slug="a-name").text.encode(), FILE)
    assert reading.diagnostics == ()
    assert isinstance(reading.root, reader.Mapping)
    value = reading.root.get("title")
    assert isinstance(value, reader.Scalar)
    assert isinstance(value.value, str)
    assert " ".join(value.value.split()) == words


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Armenia's appeal: Russia answers", "armenias-appeal-russia-answers"),
        ("  Ağdam & Şuşa — two towns  ", "agdam-susa-two-towns"),
        ("Əliyev, Łódź, straße", "eliyev-lodz-strasse"),
        ("6,500 lives", "6-500-lives"),
        ("word " * 20, "word-word-word-word-word-word-word-word-word-word-word-word"),
        ("x" * 80, "x" * 60),
    ],
)
def test_the_file_is_named_after_the_title(title: str, name: str) -> None:
    assert drafted(title).file == f"briefs/2021/{name}.yml"
    assert len(name) <= 60


def test_a_name_that_another_page_has_gets_the_year() -> None:
    assert drafted("The town", date="2020").file == "briefs/2020/the-town.yml"
    assert drafted("Town", date="2020").file == "briefs/2020/town-2020.yml"
    assert drafted("The truce", date="2022").file == "briefs/2022/the-truce-2022.yml"


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ({"title": " "}, 'The title is empty. Write it in quotes, as in `briefs new "Armenia asks for help"`.'),
        ({"title": "x" * 141}, "A title takes at most 140 characters, and this one has 141. Shorten it."),
        ({"title": "a\u0007b"}, "The title has an invisible character in it. Type it anew, without copying it from elsewhere."),
        ({"title": "a\ud800b"}, "The title has an invisible character in it. Type it anew, without copying it from elsewhere."),
        ({"title": "Перемирие"}, "cannot be made from this title. Add a name in Latin letters, as in `--slug truce-holds`."),
        ({"title": "…!"}, "cannot be made from this title."),
        ({"slug": "Truce Holds"}, "not “Truce Holds”. Write `--slug truce-holds`."),
        ({"slug": "../x"}, "not “../x”. Write `--slug x`."),
        ({"slug": "Մ"}, "Write the title in a few words of English, as in `--slug truce-holds`."),
        ({"slug": "town"}, "There is a place `town` already."),
        ({"title": "The truce", "slug": "the-truce"}, "There is a brief `2021/the-truce` already."),
        (
            {"date": "16.11.2021"},
            "`--date` takes a date, as in 2021-11-16, 2021-11 or 2021, not “16.11.2021”. Write `2021-11-16`.",
        ),
        ({"date": "2021-02-30"}, "`--date` says 2021-02-30, which the calendar does not have."),
        ({"date": "../2021"}, "`--date` says ../2021, which has no beginning."),
        ({"storyline": "boarder"}, "There is no storyline with the id `boarder`. Did you mean `border`?"),
        (
            {"storyline": "xyz"},
            "There is no storyline with the id `xyz`. There are: border. Leave `--storyline` out if none fits.",
        ),
    ],
)
def test_a_wrong_request_is_answered_in_plain_words(asked: dict[str, str], answer: str) -> None:
    assert answer in refused(**asked)
