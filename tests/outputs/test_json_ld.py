"""JSON-LD: on every page, in the words that schema.org has, where it has them, and true."""

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pyld import jsonld  # type: ignore[import-untyped]

from generator.edition import Edition
from tests.node.install import NODE, NotInstalledError, packages
from tests.outputs.editions import URL, changed, published, real, small
from tests.outputs.test_data import FILLED, PRIVATE

HERE = Path(__file__).parent
WORDS = {"@vocab": "https://schema.org/", "url": {"@type": "@id"}}
"""In place of schema.org's own context, which a test cannot fetch."""
KINDS = {
    "actor": {"ProfilePage", "Organization"},
    "background": {"WebPage", "BackgroundNewsArticle", "Claim"},
    "brief": {"WebPage", "ReportageNewsArticle", "Claim", "Quotation", "NewsArticle", "Place", "CorrectionComment"},
    "home": {"CollectionPage"},
    "place": {"WebPage", "Place"},
    "source": {"WebPage", "NewsArticle"},
    "storyline": {"CollectionPage", "ReportageNewsArticle"},
}
EDITIONS = {"small": small(), "real": real(), "filled": FILLED}
every = pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS)


def graphs(edition: Edition) -> dict[str, dict[str, Any]]:
    return {page.address: json.loads(page.meta["json_ld"]) for page in published(edition).pages}


def nodes(found: Any) -> Iterator[dict[str, Any]]:
    """Yield every node that says what it is, however deep."""
    if isinstance(found, dict):
        if "@type" in found:
            yield found
        for value in found.values():
            yield from nodes(value)
    elif isinstance(found, list):
        for value in found:
            yield from nodes(value)


@every
def test_every_page_says_what_it_is_and_how_one_gets_there(edition: Edition) -> None:
    for address, graph in graphs(edition).items():
        first, *others = graph["@graph"]
        assert first["@id"] == first["url"] == f"{URL}{address}"
        (way,) = [node for node in others if node["@type"] == "BreadcrumbList"] if address else [None]
        if way:
            items = way["itemListElement"]
            assert [item["position"] for item in items] == list(range(1, len(items) + 1))
            assert (items[0]["item"], items[-1]["item"]) == (URL, f"{URL}{address}")


def test_kinds_of_page_have_their_types() -> None:
    found: dict[str, set[str]] = {}
    more = "corrections: [{date: 2021-11-30, now: It was made on paper.}]\nplaces: [town]\n"
    for page in published(small(changed("first-shots", add=more))).pages:
        found.setdefault(page.meta["kind"], set()).update(node["@type"] for node in nodes(json.loads(page.meta["json_ld"])))
    assert {kind: types - found[kind] for kind, types in KINDS.items()} == {kind: set() for kind in KINDS}


@every
def test_linked_data_tools_understand_it(edition: Edition) -> None:
    for address, graph in graphs(edition).items():
        (expanded,) = jsonld.flatten(graph | {"@context": WORDS}, {"@context": WORDS})["@graph"][:1]
        assert expanded
        told = {node["@id"] for node in nodes(graph) if "@id" in node}
        assert all(identity.startswith("https://") for identity in told)
        referred = {id for id in _references(graph) if id.startswith(f"{URL}{address}#")}
        assert referred <= told


def _references(found: Any) -> Iterator[str]:
    if isinstance(found, dict):
        if set(found) == {"@id"}:
            yield found["@id"]
        for value in found.values():
            yield from _references(value)
    elif isinstance(found, list):
        for value in found:
            yield from _references(value)


def test_schema_org_has_every_word_where_it_stands(tmp_path: Path) -> None:
    """Types and properties are those of schema.org, each property on a type that has it: `schema-dts` says so."""
    try:
        modules = packages()
    except NotInstalledError as missing:
        pytest.fail(str(missing), pytrace=False)
    head = 'import type {Graph} from "schema-dts";\ndeclare function holds(graph: Graph): void;'
    every = [node for edition in EDITIONS.values() for graph in graphs(edition).values() for node in graph["@graph"]]
    ours = {json.dumps(_shape(node)): None for node in every}
    wrong = [json.dumps({"@type": "Claim", "backstory": "none"})]
    for name, found in (("ours", ours), ("wrong", wrong)):
        calls = [f'holds({{"@context": "https://schema.org", "@graph": [{node}]}});' for node in found]
        (tmp_path / f"{name}.ts").write_text("\n".join([head, *calls]), encoding="utf-8")
    types = {"schema-dts": [str(modules / "schema-dts" / "dist" / "schema.d.ts")]}
    options = {"noEmit": True, "strict": True, "skipLibCheck": True, "module": "esnext", "moduleResolution": "bundler"}
    config = {"compilerOptions": {**options, "paths": types, "types": []}, "files": ["ours.ts", "wrong.ts"]}
    (tmp_path / "tsconfig.json").write_text(json.dumps(config), encoding="utf-8")
    command: list[str | Path] = [NODE, modules / "typescript" / "bin" / "tsc", "-p", tmp_path]
    said = subprocess.run(command, capture_output=True, encoding="utf-8", check=False).stdout.strip()
    assert "\n" not in said[:2000]
    assert "wrong.ts" in said
    assert "'\"backstory\"' does not exist in type 'ClaimLeaf'" in said


def _shape(found: Any) -> Any:
    """Leave out what a text says: nodes that differ in that alone are checked once."""
    if isinstance(found, dict):
        return {name: value if name == "@type" else _shape(value) for name, value in found.items()}
    if isinstance(found, list):
        return list({json.dumps(_shape(value)): _shape(value) for value in found}.values())
    return "https://example.org/" if isinstance(found, str) else found


def test_the_graph_of_a_brief(golden: Callable[[Path, str], None]) -> None:
    graph = graphs(small())["briefs/2021/first-shots/"]
    golden(HERE / "first-shots.jsonld", json.dumps(graph, indent=1, ensure_ascii=False) + "\n")


def test_private_persons_are_named_in_texts_only() -> None:
    found = small(PRIVATE)
    assert "actors/witness/" not in graphs(found)
    for graph in graphs(found).values():
        assert not [node for node in nodes(graph) if "Somebody Private" in node.values()]
        assert "witness" not in json.dumps(graph).replace("a witness", "")


def test_a_public_person_is_a_person_and_a_state_is_not_called_a_government() -> None:
    person = "name: Anna Public\nkind: person\npublic: true\ndescription: a minister\nroles: [{title: Minister}]\n"
    found = graphs(small({"briefs/actors/anna.yml": person}))
    main = {address: graph["@graph"][-1] for address, graph in found.items() if address.startswith("actors/")}
    assert (main["actors/anna/"]["@type"], main["actors/anna/"]["jobTitle"]) == ("Person", ["Minister"])
    assert main["actors/neighbour/"]["@type"] == "Organization"


@pytest.mark.parametrize(("precision", "shown"), [("point", True), ("town", True), ("region", False), ("country", False)])
def test_coordinates_stand_for_a_place_only_where_they_are_precise(precision: str, shown: bool) -> None:
    at = f"coordinates: {{lat: 40.5, lon: 45, precision: {precision}, gazetteer: a list}}\n"
    graph = graphs(small({"briefs/places/town.yml": f"name: The Town\nkind: town\n{at}"}))["places/town/"]
    assert ("geo" in graph["@graph"][-1]) == shown


def test_corrections_are_told_without_the_old_words() -> None:
    more = "corrections: [{date: 2021-11-30, now: 'It was 5. [@report]', was: 'It was 50. [@report]'}]\n"
    graph = graphs(small(changed("the-appeal", add=more)))["briefs/2021/the-appeal/"]
    (correction,) = [node for node in nodes(graph) if node["@type"] == "CorrectionComment"]
    assert correction == {"@type": "CorrectionComment", "text": "It was 5.", "datePublished": "2021-11-30"}
    assert "It was 50" not in json.dumps(graph)


def test_of_a_withdrawn_brief_nothing_is_told_but_the_page() -> None:
    types = {node["@type"] for node in nodes(graphs(small())["briefs/2021/taken-back/"])}
    assert not types & {"ReportageNewsArticle", "Claim", "Quotation"}
