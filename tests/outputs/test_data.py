"""`brief.json`, `briefs.json` and the schemas: complete, as documented, and small enough to load."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from generator.edition import Edition
from generator.model.schema import schema
from generator.outputs import brief_data, edition_data, schemas
from generator.outputs.shape import Shape
from tests.build.small import FILES, brief
from tests.outputs.editions import URL, changed, of, published, real, small, strings
from tests.site import filled

HERE = Path(__file__).parent
TOKENS = filled.edition()
FILLED = of(filled.as_yaml(TOKENS[0], {token: token for token in TOKENS[1]}))
PRIVATE = {
    "briefs/actors/witness.yml": "name: Somebody Private\nkind: person\ndescription: a witness\n",
    **changed(
        "the-appeal", ("says ministry, via wire", "says witness, via wire"), add="updates: [{date: 2021-11-20, text: A map.}]\n"
    ),
}

every = pytest.mark.parametrize("edition", [small(), real(), FILLED], ids=["small", "real", "filled"])


def brief_files(edition: Edition) -> list[tuple[str, bytes]]:
    return [file for key, _ in edition.briefs_and_translations for file in brief_data.of(edition, key)]


def data(edition: Edition, name: str) -> dict[str, Any]:
    found = dict(brief_files(edition))
    loaded: dict[str, Any] = json.loads(found[f"briefs/2021/{name}/brief.json"])
    return loaded


def files(edition: Edition) -> dict[str, Any]:
    return {name: json.loads(found) for name, found in edition_data.files(edition)}


@every
def test_a_brief_is_what_its_schema_says(edition: Edition) -> None:
    form = json.loads(dict(schemas.files(edition))[schemas.DATA])
    jsonschema.Draft202012Validator.check_schema(form)
    briefs = [json.loads(found) for _, found in brief_files(edition)]
    assert briefs
    for found in briefs:
        jsonschema.validate(found, form, format_checker=jsonschema.FormatChecker())


def test_every_field_of_the_shape_occurs() -> None:
    """So that no field is documented and never filled in."""
    changes = "updates: [{date: 2021-11-20, text: A map., significant: true}]\n"
    changes += "corrections: [{date: 2021-11-20, now: A name., material: true, redacted: true}]\n"
    occurring = set[str]()
    speaks = {"briefs/actors/ministry.yml": f"{FILES['briefs/actors/ministry.yml']}speaks_for: neighbour\n"}
    speaks["briefs/sources/report.yml"] = FILES["briefs/sources/report.yml"].replace("relays: [wire]\n", "")
    editions = (FILLED, small({**changed("the-appeal", add=changes), **speaks}))
    for found in [json.loads(text) for edition in editions for _, text in brief_files(edition)]:
        occurring |= set(_names(found))
    assert {field for shape in Shape.__subclasses__() for field in shape.model_fields} - occurring == set()


def _names(found: Any) -> Iterator[str]:
    if isinstance(found, dict):
        yield from found
        for value in found.values():
            yield from _names(value)
    elif isinstance(found, list):
        for value in found:
            yield from _names(value)


def test_the_data_of_a_brief(golden: Callable[[Path, str], None]) -> None:
    golden(HERE / "brief.json", dict(brief_files(small()))["briefs/2021/first-shots/brief.json"].decode())


@every
def test_what_is_referred_to_is_there(edition: Edition) -> None:
    addresses = {f"{URL}{page.address}" for page in published(edition).pages}
    for path, text in brief_files(edition):
        found = json.loads(text)
        sources = {source["id"] for source in found.get("sources", [])}
        for part in [*found.get("quotes", []), *found.get("figures", [])]:
            assert part["source"] in sources
        for claim in found.get("claims", []):
            assert {support["source"] for support in claim.get("supports", [])} <= sources
        ours = [text for text in strings(found) if text.startswith(URL) and not text.endswith(".json")]
        assert {address.partition("#")[0] for address in ours} <= addresses, path


@every
def test_claims_have_names_of_their_own(edition: Edition) -> None:
    for _, text in brief_files(edition):
        found = json.loads(text)
        names = [claim["id"] for claim in found.get("claims", [])]
        assert len(set(names)) == len(names)


def test_the_name_of_a_claim_lasts_as_long_as_its_words() -> None:
    def names(found: Edition) -> dict[str, str]:
        return {claim["text"]: claim["id"] for claim in data(found, "the-appeal")["claims"]}

    points = "key_points:\n  - |\n    First. [@report]\n  - |\n    Second. [@report]\n"
    more = points.replace("key_points:\n", "key_points:\n  - |\n    Before both. [@report]\n")
    before, after = names(small(changed("the-appeal", add=points))), names(small(changed("the-appeal", add=more)))
    assert before.items() <= after.items()
    assert after["Before both."] not in before.values()
    edited = names(small(changed("the-appeal", add=points.replace("Second.", "Other."))))
    assert edited["First."] == before["First."]
    assert edited["Other."] != before["Second."]


def test_counts_of_one_measure_are_different_claims() -> None:
    figure = "  - measure: hurt\n    value: {}\n    by: ministry\n    as_of: 2021-11-{}\n    cite: report\n"
    counts = "figures:\n" + figure.format(1, 16) + figure.format(2, 17)
    first, second = data(small(changed("the-appeal", add=counts)), "the-appeal")["figures"]
    assert first["claim"] != second["claim"]
    assert (first["value"], second["as_of"]["edtf"]) == ({"number": 1}, "2021-11-17")


def test_a_private_person_is_a_name_and_nothing_else() -> None:
    found = data(small(PRIVATE), "the-appeal")
    (claim,) = [claim for claim in found["claims"] if claim["section"] == "bottom_line"]
    assert claim["supports"][0]["speaker"] == {"name": "Somebody Private"}
    assert "witness" not in json.dumps(found)


def test_of_a_withdrawn_brief_only_the_withdrawal_is_told() -> None:
    found = data(small(), "taken-back")
    assert found["stage"] == "withdrawn"
    assert found["withdrawal"]["why"] == "The report was false."
    assert [instead["id"] for instead in found["withdrawal"]["replaced_by"]] == ["brief:2021/the-appeal"]
    assert not {"bottom_line", "claims", "sources", "what_happened"} & set(found)


@every
def test_the_edition_lists_every_brief_once(edition: Edition) -> None:
    found = files(edition)
    index = found["briefs.json"]
    listed = [item["id"] for year in index["years"] for item in found[year["url"].removeprefix(URL)]["briefs"]]
    assert sorted(listed) == sorted(key.id for key, _ in edition.briefs)
    assert index["count"] == len(listed) == sum(year["count"] for year in index["years"])
    assert [item["id"] for item in index["newest"]] == [key.id for key, _ in _by_publication(edition)][: edition_data.NEWEST]


def _by_publication(edition: Edition) -> list[tuple[Any, Any]]:
    return sorted(edition.briefs, key=lambda pair: (pair[1].published or pair[1].as_of, pair[1].date, pair[0]), reverse=True)


def test_ten_thousand_briefs_stay_loadable() -> None:
    """Measured on 2,500 briefs of one year: no file of the edition grows with it, and each names the next."""
    many = {f"briefs/2021/number-{n}.yml": brief(f"Development number {n}", "2021-11-20") for n in range(2500)}
    found = dict(edition_data.files(of({**FILES, **many})))
    assert set(found) == {"briefs.json", "briefs/2021/briefs.json", "briefs/2021/briefs-2.json", "briefs/2021/briefs-3.json"}
    assert max(map(len, found.values())) < 1_000_000
    loaded, path = [], "briefs/2021/briefs.json"
    while path:
        part = json.loads(found[path])
        loaded += part["briefs"]
        path = part.get("next", "").removeprefix(URL)
    assert len({item["id"] for item in loaded}) == len(loaded) == 2504


def test_the_schema_of_the_form_is_the_one_that_editors_have() -> None:
    found = json.loads(dict(schemas.files(small()))[schemas.FORM])
    assert found.pop("$id") == f"{URL}brief.schema.json"
    assert found == schema()
