"""The pages for editors say what is so: what they name is there, what they show works, and what is generated is fresh."""

from pathlib import Path

import pytest

from generator.diagnostics import dotted
from tests.docs.pages import PAGES, fences, findings

EXAMPLES = [(page, example) for page in PAGES if page.stem != "rules" for example in fences(page, "yaml")]


@pytest.mark.parametrize(("page", "example"), EXAMPLES, ids=[f"{p.stem}-{e.split(':')[0][:40]}" for p, e in EXAMPLES])
def test_an_example_passes_the_check(page: Path, example: str) -> None:
    found = findings(example)
    assert not found, [(dotted(finding.path), finding.message) for finding in found]
