"""The schemas and settings of this repository in the language server that Visual Studio Code's YAML extension runs."""

import sys
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from generator.model import KINDS, details, parts
from generator.model.parts import Form
from tests.editor import language_server
from tests.editor.language_server import Editor, opened
from tests.node.install import NODE, NotInstalledError, packages

ROOT = Path(__file__).parents[2]
FILES = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in sorted(ROOT.glob("briefs/*/*.yml"))}
FOLDERS = {kind: "briefs/2021" if kind == "brief" else f"briefs/{kind}s" for kind in KINDS}
FIELD = 10  # the language server protocol's number for a field among other completions
BRIEF = "title: A truce\ndate: 2021-11-16\nas_of: 2021-11-16\nbottom_line: A truce.\nwhat_happened: A truce.\n"
ACTOR = "name: Armenia\ndescription: a state\n"

new = count(1)


@pytest.fixture(scope="module")
def editor() -> Iterator[Editor]:
    try:
        modules = packages()
    except NotInstalledError as missing:
        pytest.fail(str(missing), pytrace=False)
    with opened([NODE, modules / "yaml-language-server/bin/yaml-language-server", "--stdio"], ROOT) as started:
        yield started


def typed(editor: Editor, kind: str, text: str) -> tuple[str, tuple[int, int]]:
    """Open a new file of a kind; return it, and the line and character of the mark `‸` in it."""
    file, before = f"{FOLDERS[kind]}/not-saved-{next(new)}.yml", text.partition("‸")[0]
    editor.open(file, text.replace("‸", ""))
    return file, (before.count("\n"), len(before.rpartition("\n")[2]))


def offered(editor: Editor, kind: str, text: str) -> list[dict[str, Any]]:
    """Return what is offered at the mark."""
    file, place = typed(editor, kind, text)
    items: list[dict[str, Any]] = editor.ask_at(place, "completion", file)["items"]
    return items


def fields(form: type[Form]) -> dict[str, str | None]:
    """Return the fields of a form, and what the model says of each."""
    return {field.alias or name: field.description for name, field in form.model_fields.items()}


@pytest.mark.parametrize(
    ("kind", "text", "form"),
    [
        *((kind, "‸", form) for kind, form in KINDS.items()),
        ("brief", "title: A truce\n‸\n", KINDS["brief"]),
        ("brief", "bott‸", KINDS["brief"]),
        ("brief", f"{BRIEF}\n‸\n", KINDS["brief"]),
        ("brief", "disputes:\n  - ‸", parts.Dispute),
        ("brief", "disputes:\n  - question: Who attacked?\n    ‸", parts.Dispute),
        ("brief", "disputes:\n  - question: Who attacked?\n    accounts:\n      - ‸", parts.Account),
        ("brief", "sources:\n  mt:\n    ‸", parts.Source),
        ("actor", "roles:\n  - ‸", details.Role),
    ],
)
def test_the_fields_that_fit_are_offered_with_what_they_are_for(kind: str, text: str, form: type[Form], editor: Editor) -> None:
    found = {item["label"]: item["documentation"] for item in offered(editor, kind, text) if item["kind"] == FIELD}
    there = {line.strip(" -").partition(":")[0] for line in text.splitlines() if ":" in line}
    assert found == {name: about for name, about in fields(form).items() if name not in there}


def test_a_field_is_typed_with_its_colon(editor: Editor) -> None:
    (found,) = (item for item in offered(editor, "brief", "title: A truce\n‸\n") if item["label"] == "bottom_line")
    assert found["textEdit"]["newText"] == "bottom_line: "


@pytest.mark.parametrize(
    ("kind", "text", "right", "of_others"),
    [
        ("brief", "stage: ‸\n", {"draft", "ready", "withdrawn"}, "developing"),
        ("brief", "status: ‸\n", {"developing", "concluded"}, "draft"),
        ("brief", "sources:\n  mt:\n    kind: ‸\n", {"news", "wire", "official record", "party to the conflict"}, "person"),
        ("source", "kind: ‸\n", {"news", "wire", "official record", "party to the conflict"}, "person"),
        ("actor", "kind: ‸\n", {"person", "organisation", "state", "alliance"}, "news"),
        ("publisher", "kind: ‸\n", {"newspaper", "agency", "broadcaster", "official"}, "person"),
    ],
)
def test_the_values_that_fit_are_offered(kind: str, text: str, right: set[str], of_others: str, editor: Editor) -> None:
    found = {item["insertText"] for item in offered(editor, kind, text)}
    assert right <= found
    assert of_others not in found


@pytest.mark.parametrize(
    ("kind", "text", "form", "name"),
    [
        ("brief", "bottom‸_line: A truce.\n", KINDS["brief"], "bottom_line"),
        ("brief", "stage: dr‸aft\n", KINDS["brief"], "stage"),
        ("brief", "disputes:\n  - ques‸tion: Who attacked?\n", parts.Dispute, "question"),
        ("brief", "sources:\n  mt:\n    ki‸nd: news\n", parts.Source, "kind"),
        ("actor", "ki‸nd: person\n", KINDS["actor"], "kind"),
    ],
)
def test_under_the_pointer_stands_what_a_field_is_for(kind: str, text: str, form: type[Form], name: str, editor: Editor) -> None:
    file, place = typed(editor, kind, text)
    shown = editor.ask_at(place, "hover", file)["contents"]["value"].replace("\\", "")
    assert str(fields(form)[name]) in shown


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        ("brief", f"{BRIEF}\n# a slip\n‸botom_line: A truce.\n", "botom_line is not allowed"),
        ("brief", f"{BRIEF}sources:\n  mt:\n    publisher: mt\n    ‸kinds: news\n", "kinds is not allowed"),
        ("brief", f"{BRIEF}stage: ‸final\n", '"draft", "ready", "withdrawn"'),
        ("brief", f"{BRIEF}sources:\n  mt:\n    publisher: mt\n    kind: ‸newz\n", '"wire", "news"'),
        ("brief", f"{BRIEF}sources:\n  ‸mt:\n    about: A report\n", '"publisher"'),
        ("brief", BRIEF.replace("date: 2021-11-16", "date: ‸16 November", 1), ""),
        ("actor", f"{ACTOR}kind: ‸nation\n", '"person", "organisation", "state"'),
        ("actor", f"{ACTOR}kind: state\n‸bottom_line: A truce.\n", "bottom_line is not allowed"),
    ],
)
def test_a_slip_is_found_where_it_is(kind: str, text: str, said: str, editor: Editor) -> None:
    file, place = typed(editor, kind, text)
    (found,) = editor.problems(file)
    assert (found["range"]["start"]["line"], found["range"]["start"]["character"]) == place
    assert said in found["message"]


def test_nothing_is_found_in_what_is_published(editor: Editor) -> None:
    assert FILES
    for file, text in FILES.items():
        editor.open(file, text)
    assert {file: found for file in FILES if (found := editor.problems(file))} == {}


def test_in_each_of_these_files_a_slip_would_be_found(editor: Editor) -> None:
    """So that the silence of the test before means something."""
    changed = {file.replace(".yml", "-changed.yml"): f"{text.rstrip()}\n" for file, text in FILES.items()}
    for file, text in changed.items():
        editor.open(file, f"{text}slip: 1\n")
    lines = {file: [found["range"]["start"]["line"] for found in editor.problems(file)] for file in changed}
    assert lines == {file: [text.count("\n")] for file, text in changed.items()}


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ((sys.executable, "-c", "input()\nwhile input(): pass\nimport time; time.sleep(60)"), "gave no answer"),
        ((sys.executable, "-c", ""), "ended"),
    ],
)
def test_a_server_without_answers_is_not_waited_for(command: Sequence[str], said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language_server, "LIMIT", 1.0)
    with pytest.raises(AssertionError, match=rf"asked for initialize and {said}"), opened(command, ROOT):
        pass


@pytest.mark.parametrize(
    ("label", "what"),
    [
        ("storyline", "storyline: "),
        ("key_points", "key_points:\n  - ${1}"),
        ("unknowns", "unknowns:\n  - question: "),
        ("disputes", "disputes:\n  - question: $1\n    accounts:\n      - by: $2\n        says: $3"),
    ],
)
def test_a_field_is_typed_ready_to_be_filled_in(label: str, what: str, editor: Editor) -> None:
    (found,) = (item for item in offered(editor, "brief", "title: A truce\n‸\n") if item["label"] == label)
    assert found["textEdit"]["newText"] == what


def test_no_completion_types_nothing(editor: Editor) -> None:
    for kind in KINDS:
        assert [item["label"] for item in offered(editor, kind, "‸") if "null" in item["textEdit"]["newText"]] == []
