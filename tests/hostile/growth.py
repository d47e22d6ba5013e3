"""Work grows as the input does: twice the size takes about twice as long. A part of the long run alone, for it takes a clock."""

import gc
import time
from collections.abc import Callable, Iterator

from generator import reader
from generator.diagnostics import Diagnostic
from generator.reporters import formats, reporter
from generator.reporters.github import summary
from generator.text import parse, to_markdown
from generator.text.html import to_html
from tests.fuzz.targets import Shown
from tests.hostile.outputs import Look, html
from tests.hostile.results import Result
from tests.text.vectors import OPENED, UNCLOSED

SIZE = 20_000
"""Characters of the smaller input."""
BLOCK = 1_000
"""Characters of a text on a page of many texts."""
TIMES = 3.0
"""How many times as long twice the size may take; four times would be quadratic."""
SHORTEST = 0.04
"""Seconds below which no clock tells one from the other."""
LINES = (
    "a: b: c\n",
    "a: [[id]] x\n",
    "'a\n",
    "a\n\n",
    "a: |\nx\n",
    "- a #1\n",
    "a: [x\n",
    "\tx\n",
    "\x01\n",
    "a: {b: c, d}\n",
    "{?a: b}\n",
)
PIECES = (*OPENED, "[a](https://x.y) ", "##[", "::", "\u202e")


def growth(hands: int, *, go_on: bool = False) -> Result:
    """Give everything that reads texts inputs of one size and of twice that size."""
    result = Result()
    result.add(_all(), "growth")
    return result


def _all() -> Iterator[Look]:
    for piece in LINES:
        yield _grown("reader", piece, lambda text: reader.read(text.encode(), "x.yml"))
    for piece in (*PIECES, *UNCLOSED):
        yield _grown("text language", piece, parse)
        yield _grown("text as Markdown", piece, lambda text: to_markdown(parse(text), Shown()))
        yield _grown("text as HTML", piece, lambda text: to_html(parse(text), Shown()))
    for piece in PIECES:
        yield _grown("pages of many texts", piece, _page)
        for name in formats():
            yield _grown(f"report as {name}", piece, _printed(name))
        yield _grown("summary of a job", piece, lambda text: summary(_findings(text), {"x.yml": text}))


def _page(text: str) -> str:
    """Set a page of texts. A single one of twice the length takes the Markdown parser longer than that, and has a limit."""
    texts = (text[at : at + BLOCK] for at in range(0, len(text), BLOCK))
    return html("\n\n".join(to_markdown(parse(each), Shown()) for each in texts))


def _findings(text: str) -> tuple[Diagnostic, ...]:
    return reader.read(f"a: {text}: b\n".encode(), "x.yml").diagnostics


def _printed(name: str) -> Callable[[str], object]:
    return lambda text: reporter(name)(_findings(text), {"x.yml": text})


def _grown(what: str, piece: str, work: Callable[[str], object]) -> Look:
    once, twice = (_seconds(work, piece * (size // len(piece))) for size in (SIZE, 2 * SIZE))
    fault = f"{piece[:30]!r} took {once:.2f} and {twice:.2f} seconds" if twice > SHORTEST and twice > TIMES * once else ""
    return Look("inputs of twice the size", what, fault)


def _seconds(work: Callable[[str], object], text: str) -> float:
    """Return the shortest of three times of the processor."""
    times = []
    gc.disable()  # how often it looks depends on what happened before
    try:
        for _ in range(3):
            began = time.process_time()
            work(text)
            times.append(time.process_time() - began)
    finally:
        gc.enable()
    return min(times)
