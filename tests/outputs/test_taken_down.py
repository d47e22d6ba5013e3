"""What was taken down is nowhere: the words of redacted corrections and of withdrawn briefs, in any file of a written project."""

from functools import cache

import pytest

from generator.publish import project
from tests.build.small import CONFIG, brief
from tests.outputs.editions import changed, small

WORDS = ("Zyzzyva", "Qwghlm", "Xanthippe", "Vlissingen", "Quetzal")
"""Words of which no part is a word of anything else: in the index of the search they stand whole."""
ACTOR = {"briefs/actors/vlissingen.yml": "name: Somebody Named\nkind: person\npublic: true\ndescription: a person\n"}
CORRECTION = """\
corrections:
  - date: 2021-11-18
    now: |
      He left. [@report]
    was: |
      [[vlissingen]] stole from Zyzzyva, the ministry said. [@report, says vlissingen]
    redacted: {redacted}
"""
WITHDRAWN = brief(
    "It was wrong",
    "2021-11-15",
    "key_points:\n  - |\n    Xanthippe did it. [@own]\n  - |\n    Xanthippe said so. [@report]\n"
    "quotes:\n  one:\n    by: ministry\n    cite: report\n    text: |\n      Qwghlm did it\n"
    "unknowns:\n  - question: Was it Qwghlm?\n"
    "watch:\n  - text: |\n      A word of Qwghlm\n    due: 2022-01-01\n"
    "figures:\n  - {{measure: hurt, value: 4, by: ministry, cite: report, note: Xanthippe counted}}\n"
    "updates:\n  - date: 2021-11-16\n    text: |\n      Qwghlm was named.\n"
    "corrections:\n  - date: 2021-11-17\n    now: |\n      It was Xanthippe.\n    was: |\n      It was Qwghlm.\n"
    "sources:\n  own: {{publisher: wire, about: A report on Quetzal, note: Of Quetzal again, published: 2021-11-15}}\n"
    "{stage}",
).replace("It began", "Xanthippe began")
STAGE = "stage: withdrawn\nwithdrawal:\n  date: 2021-11-20\n  why: |\n    The report was false. [@report]\n"


@cache
def written(taken: bool) -> dict[str, bytes]:
    """Return the files of a project in which the words were taken down, or stand."""
    more = {
        **ACTOR,
        **changed("the-appeal", add=CORRECTION.format(redacted=str(taken).lower())),
        "briefs/2021/taken-back.yml": WITHDRAWN.format(stage=STAGE if taken else ""),
    }
    return project(small(more), CONFIG, {})


def holding(word: str, *, taken: bool) -> list[str]:
    found = (word.encode(), word.lower().encode())
    return [name for name, data in written(taken).items() if any(form in data for form in found)]


@pytest.mark.parametrize("word", [*WORDS[:3], WORDS[4]])
def test_words_that_were_taken_down_are_in_no_file(word: str) -> None:
    assert holding(word, taken=True) == []
    assert len(holding(word, taken=False)) > 2


def test_nobody_is_named_who_was_named_in_them_alone() -> None:
    def naming(taken: bool) -> set[str]:
        return {name for name, data in written(taken).items() if b"Somebody Named" in data and name.endswith((".md", ".json"))}

    assert "docs/briefs/2021/the-appeal.md" in naming(taken=False)
    assert "docs/briefs/2021/the-appeal.md" not in naming(taken=True)
    (page,) = (data.decode() for name, data in written(taken=True).items() if name == "docs/actors/vlissingen.md")
    assert "the-appeal" not in page


def test_the_ledger_of_corrections_tells_of_the_withdrawal() -> None:
    page = written(taken=True)["docs/corrections.md"].decode()
    assert "The report was false." in page
    assert "1 correction · 0 updates · 1 page withdrawn" in page
