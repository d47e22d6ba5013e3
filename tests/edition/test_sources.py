"""What nobody types at a source: who published it, what kind it is, whether it is a copy and where that was read."""

import pytest

from generator.diagnostics import Severity, has_errors
from generator.edition import Key, SourceKey
from generator.pages.sheet import Sheet
from generator.pages.support import source_line
from tests.edition.test_edition import edition, later

PUBLISHERS = {
    "gazette": b"name: The Gazette\nkind: newspaper\nurl: https://www.gazette.example/\n",
    "gazette-blog": b"name: The Gazette's blog\nkind: online\nurl: https://blog.gazette.example\npublishes: analysis\n",
    "wire": b"name: The Wire\nkind: agency\nurl: https://wire.example/\n",
    "ministry-site": b"name: Ministry\nkind: official\nurl: https://gov.example/ministry/\npublishes: party to the conflict\n",
    "court": b"name: The court\nkind: official\nurl: https://gov.example/\n",
    "pages": b"name: Pages\nkind: other\n",
}
FILES = {f"briefs/publishers/{id}.yml": text for id, text in PUBLISHERS.items()}
OWNER = Key("brief", "2021/known")
KNOWN = [
    ("url: https://gazette.example/a", "gazette", "news", ""),
    ("url: https://WWW.Gazette.example./a", "gazette", "news", ""),
    ("url: http://en.gazette.example:8080/a", "gazette", "news", ""),
    ("url: https://blog.gazette.example/a", "gazette-blog", "analysis", ""),
    ("url: https://old.blog.gazette.example/a", "gazette-blog", "analysis", ""),
    ("url: https://gov.example/ministry", "ministry-site", "party to the conflict", ""),
    ("url: https://gov.example/ministry/a?b=c", "ministry-site", "party to the conflict", ""),
    ("url: https://gov.example/ministry-of-truth/a", "court", None, ""),
    ("url: https://gazette.example/a, kind: analysis", "gazette", "analysis", ""),
    ("url: https://gazette.example/a, relays: [wire]", "gazette", "wire", ""),
    ("url: https://gazette.example/a, publisher: gazette", "gazette", "news", ""),
    ("url: https://gazette.example/a, publisher: wire", "wire", "wire", "gazette"),
    ("url: https://gazette.example/a, publisher: wire, copied: true", "wire", "wire", "gazette"),
    ("url: https://gazette.example/a, publisher: wire, copied: false", "wire", "wire", ""),
    ("url: https://www.copies.example/a, publisher: wire", "wire", "wire", ""),
    ("url: https://www.copies.example/a, publisher: wire, copied: true", "wire", "wire", "copies.example"),
    ("publisher: pages", "pages", None, ""),
]


@pytest.mark.parametrize(("typed", "publisher", "kind", "read_at"), KNOWN)
def test_a_source_is_known_by_what_was_typed(typed: str, publisher: str, kind: str | None, read_at: str) -> None:
    more = later("Known", "2021-11-20", f"sources:\n  one: {{about: A report, {typed}}}\n").replace(b"[@mt]", b"[@one]")
    found, findings = edition({**FILES, "briefs/2021/known.yml": more})
    assert not has_errors(findings)
    source = found.sources[SourceKey(OWNER, "one")]
    assert (source.publisher, source.kind, source.read_at) == (publisher, kind, read_at)
    assert OWNER in found.backlinks[Key("publisher", publisher)]
    assert {s.origin for claim in found.claims if claim.owner == OWNER for s in claim.supports} == {
        "publisher:wire" if "relays" in typed else f"publisher:{publisher}" if kind == "party to the conflict" else ""
    }


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("url: https://gazette.example/a, publisher: wire", ("wire", "read as a copy on The Gazette")),
        ("url: https://copies.example/a, publisher: wire, copied: true", ("wire", "read as a copy at copies.example")),
        ("url: https://gazette.example/a", ("news",)),
    ],
)
def test_a_page_says_where_a_copy_was_read(typed: str, told: tuple[str, ...]) -> None:
    more = later("Known", "2021-11-20", f"sources:\n  one: {{about: A report, {typed}}}\n").replace(b"[@mt]", b"[@one]")
    found, _ = edition({**FILES, "briefs/2021/known.yml": more})
    assert source_line(Sheet(found, "briefs/2021/known/"), SourceKey(OWNER, "one")).details == told


def test_a_preview_calls_a_publisher_that_nobody_knows_by_its_host() -> None:
    source = "{about: A report, url: https://www.nobody.example/a, published: 2021-11-20}"
    more = later("Known", "2021-11-20", f"sources:\n  one: {source}\n")
    found, findings = edition({**FILES, "briefs/2021/known.yml": more.replace(b"[@mt]", b"[@one]")}, preview=True)
    assert [(finding.rule, finding.severity) for finding in findings] == [("unknown-publisher", Severity.ERROR)]
    assert source_line(Sheet(found, "briefs/2021/known/"), SourceKey(OWNER, "one")).publisher == "nobody.example"
