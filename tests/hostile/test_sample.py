"""A fixed sample of the long run (`python -m tests.hostile`): every text of every form is attacked, every output looked at."""

import importlib
import re
from collections.abc import Mapping

import pytest

from generator import model
from tests.hostile import parts
from tests.hostile.corpora import OUT_OF_THE_HEAD, collections, every
from tests.hostile.dealing import dealt, queues
from tests.hostile.outputs import FILES, KINDS, Look
from tests.hostile.rounds import looks, play, steady

OURS = [string for collection in collections()[:2] for string in collection.strings]
POOLS: Mapping[str, list[str]] = {
    "our own vectors": OURS,
    "collected strings": list(every()[len(OURS) :: 23]),
    "items of a list": [f"- {number}" for number in range(1000, 1300)],
    "numbered items": [f"1. {number}" for number in range(1000, 1300)],
    "out of the head": [f"{number}{OUT_OF_THE_HEAD}" for number in range(1000, 1300)],
}


def test_every_text_of_every_form_is_attacked() -> None:
    assert len(KINDS) > 150
    assert {file.split("/")[1] for file in FILES} == {"2021", *(form.folder for form in model.KINDS.values() if form.folder)}


@pytest.mark.parametrize("pool", [pool for pool in POOLS if pool != "out of the head"])  # see tests/site/test_hostile.py
def test_every_output_keeps_its_structure_and_says_what_was_typed(pool: str) -> None:
    with steady():
        result = play(queues(POOLS[pool], KINDS), range(1), thorough=True)
    assert result.faults == []
    assert len(result.looks) >= 12
    assert min(result.looks.values()) > 2


def faults(pool: str) -> list[Look]:
    with steady():
        return [look for look in looks(dealt(queues(POOLS[pool], KINDS), KINDS), whole=True) if look.fault]


@pytest.mark.parametrize(
    ("module", "name", "instead", "output"),
    [
        ("generator.text.escape", "_HARM", re.compile("(?!)"), "pages"),
        ("generator.text.html", "escape", lambda text, quote=True: text, "feeds (Atom, RSS, JSON Feed)"),
        ("generator.reporters.parts.characters", "is_hidden", lambda character: False, "reports of findings"),
    ],
)
def test_the_looks_see_what_is_not_escaped(
    module: str, name: str, instead: object, output: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importlib.import_module(module), name, instead)
    assert output in {look.output for look in faults("our own vectors")}


def test_what_no_field_can_hold_is_refused_with_words_or_is_markup_of_ours() -> None:
    result = parts.refused(1, strings=[*OURS, *every()[::7]])
    assert result.faults == []
    assert result.looks.keys() == {"texts refused with words", "texts with markup of ours"}
