"""A small file cannot fill the disk: what a page would say again and again has its limits, far above any real brief."""

from pathlib import Path

import pytest

from generator.build.files import Given, read_file
from generator.model.repeats import MOST_QUOTES_SET, MOST_SOURCES, MOST_SOURCES_IN_FILE
from generator.model.values import TOPICS

QUOTE = "quotes:\n  q: {by: ministry, cite: a, text: Our words}\n"
START = "title: A\ndate: 2021-11-16\nas_of: 2021-11-16\nsources:\n  a: {publisher: p, about: b}\n"


def story(text: str) -> str:
    return "what_happened: |\n" + "".join(f"  {line}\n" for line in text.split("\n"))


def messages(fields: str) -> list[str]:
    text = f"{START}{'' if 'bottom_line' in fields else 'bottom_line: |' + chr(10) + '  B [@a]' + chr(10)}{fields}"
    return [finding.message for finding in read_file(Given("briefs/2021/a.yml", text.encode(), "brief")).findings]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (story(" ".join(["x [@a]"] * MOST_SOURCES)), ""),
        (story(" ".join(["x [@a]"] * (MOST_SOURCES + 1))), "This text cites sources 401 times"),
        (story("x [@" + "; @".join(["a"] * (MOST_SOURCES + 1)) + "]"), "This text cites sources 401 times"),
        (
            story("x [@a]")
            + "watch:\n"
            + "".join(f"  - text: |\n      {' '.join(['x [@a]'] * 300)}\n" for _ in range(MOST_SOURCES_IN_FILE // 300 + 1)),
            "Up to here this file cites sources 3,",
        ),
        (QUOTE + story("\n\n".join(["[[quote:q]]"] * MOST_QUOTES_SET)), ""),
        (QUOTE + story("\n\n".join(["[[quote:q]]"] * (MOST_QUOTES_SET + 1))), "Up to here this file sets quotes at 61 places"),
        (story("x [@a]") + f"topics: [{', '.join(f't{n}' for n in range(TOPICS))}]\n", ""),
        (
            story("x [@a]") + f"topics: [{', '.join(f't{n}' for n in range(TOPICS + 1))}]\n",
            "`topics` takes at most 20 items",
        ),
    ],
)
def test_a_limit_is_told_where_it_is_passed(fields: str, said: str) -> None:
    assert (not messages(fields)) if not said else [m for m in messages(fields) if m.startswith(said)], messages(fields)


def test_the_limits_are_far_above_what_is_written() -> None:
    texts = [path.read_text("utf-8") for path in Path(__file__).parents[2].glob("briefs/**/*.yml")]
    assert len(texts) > 10
    for text in texts:
        assert text.count("[@") < MOST_SOURCES / 2
        assert text.count("[[quote:") < MOST_QUOTES_SET / 2
