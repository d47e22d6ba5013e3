"""A fixed sample of what `python -m tests.fuzz` does for hours: damaged examples, and any bytes, to every target."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.targets import SEAM, TARGETS, seeds

PIECES = (
    *(b"a: b\n", b"- ", b"  ", b"\n", b"\n  ", b"\t", b" #1", b": ", b", ", b"[", b"]", b"{", b"}", b"[[id]]", b"|\n", b">\n"),
    *(
        b"'",
        b'"',
        b"\\",
        b"*a",
        b"&a ",
        b"!t ",
        b"? ",
        b"<<: ",
        b"%",
        b"@",
        b"---\n",
        b"\xff",
        b"\xe2\x80\xae",
        b"\x1b[2J",
        b"\0",
    ),
    *(b"[@mt, says ministry]", b"[x](https://user@x.org)", b"::error::x", b"##[error]x", b"2021-11-31", b"9" * 30, SEAM + b"\1"),
)
SAMPLE = {"reader": 60, "text": 60, "model": 60, "edition": 12}


def damaged(seed: bytes, dice: random.Random, slips: int) -> bytes:
    for _ in range(slips):
        at = dice.randrange(len(seed) + 1)
        seed = seed[:at] + dice.choice(PIECES) + seed[at + dice.randrange(4) :]
    return seed


@pytest.mark.parametrize("target", TARGETS)
def test_no_input_is_too_strange(target: str) -> None:
    known = seeds(target)

    @settings(max_examples=SAMPLE[target], derandomize=True, deadline=None)
    @given(st.binary() | st.builds(damaged, st.sampled_from(known), st.randoms(use_true_random=False), st.integers(1, 6)))
    def holds(data: bytes) -> None:
        TARGETS[target](data)

    holds()
