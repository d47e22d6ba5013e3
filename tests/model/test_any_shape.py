"""Whatever stands where: a wrong value anywhere in a file is a finding in words, never an exception."""

import copy
from collections.abc import Iterator
from datetime import date as Date
from pathlib import Path
from typing import Any

import pytest

from generator import model
from generator.diagnostics import Path as FieldPath
from generator.edition import Document, Key, link, link_findings
from generator.reader import Positions, plain, read
from generator.rules import check
from generator.settings import Settings

FILE = "briefs/2021/appeal.yml"
ROOT = read((Path(__file__).parents[1] / "line" / "base" / FILE).read_bytes(), FILE).root
assert ROOT is not None
WHERE = Positions(FILE, ROOT)
DATA: Any = plain(ROOT)
WRONG: tuple[object, ...] = (
    True,
    -1,
    2.5,
    "",
    " \n",
    "[[",
    "[@x",
    "a\0b",
    "../..",
    [],
    [[]],
    [None],
    {},
    {"": {}},
    {"x": ["y"]},
    [{}] * 3,
)
JARGON = ("pydantic", "dict", "str", "none", "null", "tuple", "input", "validation", "instance", "__", "nonetype")


def places(data: Any, path: FieldPath = ()) -> Iterator[FieldPath]:
    """Yield the path of every value."""
    yield path
    for step, value in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield from places(value, (*path, step))


def changed(path: FieldPath, value: object) -> Any:
    """Return the data with one other value."""
    if not path:
        return value
    data = copy.deepcopy(DATA)
    holder = data
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value
    return data


@pytest.mark.parametrize("path", list(places(DATA)), ids=str)
def test_a_wrong_value_is_a_finding_in_words(path: FieldPath) -> None:
    for value in WRONG:
        parsed, faults = model.parse(changed(path, value), "brief", WHERE)
        document = Document(Key("brief", "2021/appeal"), FILE, parsed, WHERE)
        edition = link([document], Settings(), Date(2021, 12, 1), {})
        unlinked = link_findings(edition)
        for finding in (*faults, *unlinked, *check(edition, [document])):
            words = f"{finding.message} {finding.help}"
            assert finding.place.span is not None or finding.rule == "address-taken"
            assert finding.message.endswith("."), finding.message
            assert not [word for word in JARGON if word in words.lower().split()], words
        assert faults or unlinked or parsed.entry is not None
