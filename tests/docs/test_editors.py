"""The pages for editors say what is so: what they name is there, what they show works, and what is generated is fresh."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from generator.diagnostics import dotted
from generator.model import KINDS
from tests.docs.pages import PAGES, fences, findings, named_file, whole_brief
from tools.reference import pages

EXAMPLES = [(page, example) for page in PAGES if page.stem != "rules" for example in fences(page, "yaml")]


@pytest.mark.parametrize(("page", "example"), EXAMPLES, ids=[f"{p.stem}-{e.split(':')[0][:40]}" for p, e in EXAMPLES])
def test_an_example_passes_the_check(page: Path, example: str) -> None:
    found = findings(example)
    assert not found, [(dotted(finding.path), finding.message) for finding in found]


def test_the_first_page_shows_a_whole_brief() -> None:
    file, _ = whole_brief()
    assert ("index", file) in [(page.stem, named_file(example)) for page, example in EXAMPLES]


def test_the_pages_that_follow_from_the_program_are_fresh() -> None:
    made = pages()
    assert {path.stem for path in made} == {"fields", "rules", "slips"}
    for path, text in made.items():
        assert path.read_text("utf-8") == text, "Run: python tools/reference.py"


@pytest.mark.parametrize(("page", "example"), EXAMPLES, ids=[f"{p.stem}-{e.split(':')[0][:40]}" for p, e in EXAMPLES])
def test_no_field_of_an_example_was_swallowed_by_the_text_before_it(page: Path, example: str) -> None:
    names = {name for form in KINDS.values() for name in form.model_fields} | {"due", "outcome", "state", "on", "by", "cite"}
    found = yaml.load(example, yaml.BaseLoader)
    assert not [text for text in _texts(found) if re.search(rf" (?:{'|'.join(names)}): ", text)]


def _texts(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for value in data.values() if isinstance(data, dict) else data:
            yield from _texts(value)
