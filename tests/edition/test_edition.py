"""An edition: who says what through whom, what refers to what, in which order, whatever the order of the files."""

import random
from collections.abc import Callable, Mapping
from datetime import date as Date
from pathlib import Path

import pytest

from generator.build import Inputs, read_edition
from generator.diagnostics import Diagnostic, dotted
from generator.edition import Document, Edition, Key, link, link_findings
from generator.edition.addresses import address_of, has_page, old_addresses
from generator.model.forms import Brief
from generator.settings import Settings

HERE = Path(__file__).parent
BASE = HERE.parent / "line" / "base"
ENTRIES = {path.relative_to(BASE).as_posix(): path.read_bytes() for path in sorted(BASE.glob("briefs/*/*.yml"))}
SETTINGS = Settings(url="https://example.org/")
DAY = Date(2021, 12, 1)
KARABAKH = """\
title: {title}
date: {date}
as_of: 2021-12-01
storyline: armenia-azerbaijan
bottom_line: |
  Something happened. [@mt]
what_happened: |
  Something happened. [@mt]
"""


def later(title: str, date: str, more: str = "") -> bytes:
    """Return a brief of the storyline."""
    return (KARABAKH.format(title=title, date=date) + more).encode()


CLAIMS = later("Who says what", "2021-11-20").replace(
    b"what_happened: |\n  Something happened. [@mt]\n",
    b"""\
what_happened: |
  A fact. [@mt]

  A claim. [@mt, says armenia] One of an agency. [@mt, says tass] Through an agency. [@mt, says armenia, via news-am]

  Told by two. [@mt, says armenia; @relayed] On paper. [@statement-2020] Again, of [[armenia]].
  [@relayed, says armenia]
sources:
  relayed:
    publisher: moscow-times
    title: A report of TASS
    relays: [tass]
""",
)


def edition(more: Mapping[str, bytes] | None = None, *, preview: bool = False) -> tuple[Edition, tuple[Diagnostic, ...]]:
    """Return the edition of the base site with more files."""
    checked = read_edition(Inputs("mkdocs.yml", "", {**ENTRIES, **(more or {})}, {}), SETTINGS, DAY, preview=preview)
    return checked.edition, checked.findings


def claims_in_words(found: Edition) -> str:
    lines: list[str] = []
    for claim in found.claims:
        lines.append(f"{claim.owner} {dotted(claim.path)}: {claim.words}")
        for support in claim.supports:
            says, via, origin = support.speaker or "-", support.carrier or "-", support.origin or "unknown"
            lines.append(f"    {support.source.owner} {support.source.id}; says {says}; via {via}; origin {origin}")
    return "\n".join(lines) + "\n"


def test_claims_have_their_speakers_carriers_and_origins(golden: Callable[[Path, str], None]) -> None:
    found, _ = edition({"briefs/2021/claims.yml": CLAIMS})
    golden(HERE / "claims.txt", claims_in_words(found))


def test_an_entry_knows_what_refers_to_it(golden: Callable[[Path, str], None]) -> None:
    found, _ = edition({"briefs/2021/claims.yml": CLAIMS})
    lines = (f"{key} ← {', '.join(map(str, users))}" for key, users in found.backlinks.items())
    golden(HERE / "backlinks.txt", "\n".join(lines) + "\n")


def test_a_storyline_is_in_the_order_of_what_happened() -> None:
    found, findings = edition(
        {
            "briefs/2021/last.yml": later("Last", "2021-11-30"),
            "briefs/2021/first.yml": later("First", "2021-10"),
            "briefs/2021/morning.yml": later("Morning", "2021-11-17", "time: 09:00+04:00\n"),
            "briefs/2021/evening.yml": later("Evening", "2021-11-17", "time: 18:00+04:00\n"),
            "briefs/2021/some-time.yml": later("Some time that day", "2021-11-17"),
            "briefs/2021/gone.yml": later(
                "Gone", "2021-11-18", "stage: withdrawn\nwithdrawal: {date: 2021-11-19, why: It was wrong.}\n"
            ),
            "briefs/2021/draft.yml": later("Draft", "2021-11-19", "stage: draft\n"),
            "briefs/2021/not-yet.yml": later("Not yet", "2021-11-19", "published: 2021-12-02\n"),
        }
    )
    assert findings == ()
    titles = [brief.title for _, brief in found.storylines["armenia-azerbaijan"]]
    assert titles == ["First", "Armenia asks Russia for military help", "Some time that day", "Morning", "Evening", "Last"]
    assert [brief.title for _, brief in found.briefs if brief.stage == "withdrawn"] == ["Gone"]


def test_a_preview_shows_drafts_and_what_is_not_yet_due() -> None:
    more = {
        "briefs/2021/draft.yml": later("Draft", "2021-11-19", "stage: draft\n"),
        "briefs/2021/not-yet.yml": later("Not yet", "2021-11-19", "published: 2021-12-02\n"),
    }
    held_back = {Key("brief", "2021/draft"), Key("brief", "2021/not-yet")}
    for preview in (False, True):
        shown = {key for key, _ in edition(more, preview=preview)[0].briefs}
        assert shown & held_back == (held_back if preview else set())


def test_a_brief_is_found_by_its_name_without_the_year_where_that_is_unique() -> None:
    found, _ = edition(
        {"briefs/2020/truce.yml": later("2020", "2020-11-10"), "briefs/2021/truce.yml": later("2021", "2021-11-10")}
    )
    document = found.documents[Key("brief", "2021/appeal")]
    assert found.resolve(document, ("brief",), "appeal") == Key("brief", "2021/appeal")
    assert found.resolve(document, ("brief",), "2020/truce") == Key("brief", "2020/truce")
    assert found.resolve(document, ("brief",), "truce") is None
    assert found.resolve(document, ("actor", "place"), "border") == Key("place", "border")
    assert found.resolve(document, ("source",), "mt") == Key("source", "mt")
    assert found.resolve(document, ("actor",), "nobody") is None


def test_an_actor_speaks_for_its_party_and_a_publisher_for_the_actor_that_owns_it() -> None:
    found, _ = edition(
        {
            "briefs/publishers/arminfo.yml": b"name: The ministry's site\nkind: official\nactor: defence-ministry-armenia\n",
            "briefs/actors/a.yml": b"name: A\nkind: organisation\ndescription: one of two\nspeaks_for: b\n",
            "briefs/actors/b.yml": b"name: B\nkind: organisation\ndescription: one of two\nspeaks_for: a\n",
        }
    )
    parties = {name: found.party_of(name) for name in ("armenia", "armen-grigoryan", "arminfo", "tass", "nobody", "a", "b")}
    assert parties == {
        **dict.fromkeys(("armenia", "armen-grigoryan", "arminfo"), "armenia"),
        **{"tass": "tass", "nobody": "nobody", "a": "b", "b": "a"},
    }


def test_where_an_actor_and_a_publisher_have_one_id_the_actor_speaks() -> None:
    more = {
        "briefs/actors/tass.yml": b"name: TASS\nkind: organisation\ndescription: a news agency\n",
        "briefs/2021/claims.yml": CLAIMS,
    }
    found, findings = edition(more)
    assert findings == ()
    assert {s.origin for claim in found.claims for s in claim.supports if s.speaker == "tass"} == {"actor:tass"}


def test_the_order_of_the_files_changes_nothing() -> None:
    whole, findings = edition(
        {"briefs/2021/claims.yml": CLAIMS, "briefs/2021/bad.yml": later("Bad", "2021-11-30", "places: [nowhere]\n")}
    )
    documents: list[Document] = [*whole.documents.values()]
    expected = (
        claims_in_words(whole),
        [key for key, _ in whole.briefs],
        [*whole.backlinks.items()],
        [f for f in findings if f.rule == "unknown-id"],
    )
    for seed in range(5):
        random.Random(seed).shuffle(documents)
        again = link(documents, SETTINGS, DAY, {})
        told = claims_in_words(again), [key for key, _ in again.briefs], [*again.backlinks.items()], [*link_findings(again)]
        assert told == expected


def test_a_reference_shows_its_own_words_or_the_name_of_what_it_means() -> None:
    found, _ = edition({"briefs/2021/claims.yml": CLAIMS})
    assert any(claim.words == "Again, of Armenia." for claim in found.claims)
    assert [found.name(Key(*key)) for key in (("brief", "2021/appeal"), ("actor", "armenia"), ("source", "statement-2020"))] == [
        "Armenia asks Russia for military help",
        "Armenia",
        "The statement that ended the war of 2020",
    ]
    assert found.name(Key("actor", "nobody")) == "nobody"


@pytest.mark.parametrize(
    ("was", "old"),
    [("2020/truce", "briefs/2020/truce/"), ("truce", "briefs/2021/truce/"), ("/2020/Truce.html/", "briefs/2020/Truce.html/")],
)
def test_an_old_name_without_a_year_is_one_of_the_same_year(was: str, old: str) -> None:
    found, findings = edition({"briefs/2021/renamed.yml": later("Renamed", "2021-11-20", f"was: [{was}]\n")})
    assert findings == ()
    assert [*old_addresses(found.documents[Key("brief", "2021/renamed")])] == [(0, old)]


def test_only_people_of_public_life_have_a_page() -> None:
    person = "name: X\nkind: person\ndescription: somebody\n"
    found, _ = edition({"briefs/actors/x.yml": person.encode(), "briefs/actors/y.yml": (person + "public: true\n").encode()})
    pages = {key.id: has_page(document) for key, document in found.documents.items() if key.kind == "actor"}
    assert (pages["x"], pages["y"], pages["armenia"]) == (False, True, True)
    assert not has_page(found.documents[Key("measure", "lives-lost")])
    assert address_of(Key("brief", "2021/appeal")) == "briefs/2021/appeal/"


def test_a_broken_file_is_kept_for_the_checks_but_has_no_place_in_the_edition() -> None:
    found, _ = edition({"briefs/2021/unfit.yml": b"title: Unfit\n", "briefs/2021/unread.yml": b"title: {\n"})
    assert [document.key for document in found.broken] == [Key("brief", "2021/unfit")]
    assert found.unread == {Key("brief", "2021/unread")}
    assert [key.id for key, _ in found.every(Brief)] == ["2021/appeal"]
    assert found.get(Key("brief", "2021/unfit"), Brief) is None
