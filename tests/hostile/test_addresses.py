"""Addresses that would not lead where they seem to: refused, or shown for what they are."""

from html import unescape

import pytest

from generator.diagnostics import Severity
from generator.text import Link, Paragraph, inline_markdown, parse, real_host, trick_in
from tests.build.small import FILES
from tests.hostile.outputs import html
from tests.outputs.editions import changed, published, small
from tests.text.test_hostile import Pages

LOOKALIKE = "https://аpple.com/login"
REAL = "xn--pple-43d.com"


@pytest.mark.parametrize(
    "address",
    [
        "https://user@example.org/",
        "https://example.org@evil.example/",
        "https://user:password@example.org/",
        "https://exam\u200bple.org/",
        "https://example.org/\u202egpj.exe",
        "https://example.org/a\u2066b",
        "https://exam\u00adple.org/",
        "https://a..b/",
        "https://%65vil.example/",
        f"https://{'a' * 64}.example/",
        "https://example.org\uff0f.evil.example/",
        "https://[x/",
        "mailto:some\u202eone@example.org",
        "mailto:some\x07one@example.org",
    ],
)
def test_a_link_with_a_trick_is_no_link_and_a_finding(address: str) -> None:
    text = parse(f"Read [this]({address}). [@mt]")
    (block,) = text.blocks
    assert isinstance(block, Paragraph)
    assert not [part for part in block.children if isinstance(part, Link)]
    assert [problem.rule for problem in text.problems if problem.severity is Severity.ERROR]


@pytest.mark.parametrize(
    ("address", "shown", "host"),
    [
        ("https://example.org/a", "a report", ""),
        ("https://EXAMPLE.org/a", "a report", ""),
        ("http://[::1]/", "a report", ""),
        ("https://example.org:8080/", "a report", ""),
        (LOOKALIKE, "a report", REAL),
        (f"https://{REAL}/", "a report", REAL),
        ("https://президент.рф/", "a report", "xn--d1abbgf6aiiy.xn--p1ai"),
        ("https://ｅxample.org/", "a report", "example.org"),
        ("https://evil.example/", "https://bank.example/", "evil.example"),
        ("https://evil.example/", "www.bank.example", "evil.example"),
        ("https://www.bank.example/a", "https://bank.example", ""),
        ("https://evil.example/", "https://[x", "evil.example"),
        ("mailto:someone@example.org", "www.example.org", ""),
    ],
)
def test_the_real_host_is_told_where_readers_would_take_it_for_another(address: str, shown: str, host: str) -> None:
    assert real_host(address, shown) == host
    assert trick_in(address) == ""


def test_a_page_and_a_feed_show_the_real_host_beside_a_link() -> None:
    (block,) = parse(f"Read [this]({LOOKALIKE}).").blocks
    assert isinstance(block, Paragraph)
    page = unescape(html(inline_markdown(block.children, Pages())))
    assert page.endswith(f"this</a> ({REAL}).</p>")

    report = "briefs/sources/report.yml"
    source = {report: FILES[report].replace("https://example.org/2021/11/14/report", LOOKALIKE)}
    link = changed("the-appeal", ("It began at noon in", f"It began [here]({LOOKALIKE}) in"))
    made = published(small({**link, **source}))
    brief = next(page for page in made.pages if page.address == "briefs/2021/the-appeal/")
    assert unescape(html(brief.body)).count(f"({REAL})") == 2
    feed = unescape(made.files["feed.xml"].decode())
    assert f"here</a> ({REAL})" in feed
    assert f"news, ({REAL})" in feed
