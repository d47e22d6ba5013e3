"""Whatever stands in the texts of an edition, the published pages keep their structure, show it as typed, and run nothing.

Every text field of every form holds an attack; the pages are compared with those of the same edition with harmless words.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import html5lib
import pytest
from playwright.sync_api import Browser, Dialog, Page

from generator import model, reader
from generator.diagnostics import Severity
from generator.model.values import Prose
from generator.text import Citation, Paragraph, Words, parse
from generator.text.escape import shown
from tests.build.small import CONFIG, DAY, put, run
from tests.outputs.editions import strings
from tests.site import filled
from tests.site.conftest import BELOW, PUBLIC, Site, hosted
from tests.text.everything import folded
from tests.text.test_hostile import SAMPLE
from tests.text.vectors import VECTORS

LONGEST = 130
OUT_OF_THE_HEAD = (
    '</title><script>alert(1)</script>&lt;/title&gt;&lt;script&gt;alert(2)&lt;/script&gt;"><img src=x onerror=alert(3)>'
)
ROUNDS = {
    "our own vectors": VECTORS,
    "collected strings": tuple(SAMPLE),
    "out of the head": tuple(f"{number}{OUT_OF_THE_HEAD}" for number in range(1000, 1300)),
}
CLAIM = re.compile(r"#claim-[0-9a-f]{10}$")
TOKEN = re.compile(r"[wW]ord\d{4}")


def can_stand(text: str, kind: object) -> bool:
    """Tell whether an editor could have typed this: YAML takes it, and in prose it is no markup of ours."""
    if len(text) > LONGEST or not "".join(shown(text).split()) or len(" ".join(text.split())) == 0:
        return False
    try:
        reading = reader.read(json.dumps({"a": text}).encode(), "x.yml")
    except UnicodeEncodeError:
        return False
    if reading.diagnostics or reading.root is None or reader.plain(reading.root) != {"a": text}:
        return False
    if kind is not Prose:
        return True
    tree = parse(f"{text} {filled.CITED}")
    one = tree.blocks[0] if len(tree.blocks) == 1 else None
    return (
        not any(problem.severity is Severity.ERROR for problem in tree.problems)
        and isinstance(one, Paragraph)
        and all(isinstance(part, Words | Citation) for part in one.children)
        and sum(isinstance(part, Citation) for part in one.children) == 1
        and any(sign.isalnum() for sign in text)
    )


def attacks(pool: tuple[str, ...], kinds: dict[str, object]) -> dict[str, str]:
    """Deal the strings of a pool to the tokens, each string before any comes twice."""
    dealt: dict[str, str] = {}
    queues = {prose: [text for text in pool if can_stand(text, Prose if prose else None)] for prose in (True, False)}
    for number, (token, kind) in enumerate(kinds.items()):
        queue = queues[kind is Prose]
        dealt[token] = queue[number % len(queue)]
    return dealt


FILES, KINDS = filled.edition()


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("harmless"), {token: token for token in KINDS})


def built(folder: Path, words: dict[str, str]) -> Path:
    """Build the filled edition with these words; return the folder that holds `some/path/`."""
    source = put(folder / "source", {"mkdocs.yml": CONFIG, "docs/about.md": "# About\n", **filled.as_yaml(FILES, words)})
    for name, data in filled.pictures(FILES).items():
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_bytes(data)
    done = run("generator", "build", "--as-of", DAY, "-d", folder / "built" / BELOW, at=source, SITE_URL=PUBLIC)
    assert done.returncode == 0, done.stderr
    return folder / "built"


@pytest.fixture(scope="module", params=ROUNDS)
def hostile(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Site, dict[str, str]]]:
    """The site with attacks in its texts, and which attack stands where."""
    words = attacks(ROUNDS[request.param], KINDS)
    folder = tmp_path_factory.mktemp("hostile")
    with hosted(folder / "source", built(folder, words)) as site:
        yield site, words


def structure(file: Path) -> tuple[list[tuple[str, ...]], str, list[str]]:
    """Return the elements of a page with the names of their attributes, all its words, and where its links lead.

    The labels of a map are left out: whether a name finds room there depends on its length (see `tests/graphics`).
    """
    shape: list[tuple[str, ...]] = []
    words: list[str] = []
    links: list[str] = []
    inside = ""
    for token in html5lib.getTreeWalker("etree")(html5lib.parse(file.read_text("utf-8"))):
        if token["type"] in ("StartTag", "EmptyTag"):
            attributes = {name: value for (_, name), value in token["data"].items()}
            inside = token["name"]
            if inside == "text" and attributes.get("class", "").startswith("map-"):
                inside = "label"
                continue
            shape.append((token["name"], attributes.get("class", ""), *sorted(attributes)))
            words += [attributes[name] for name in ("title", "content", "alt", "aria-label") if name in attributes]
            links += [attributes[name].partition("#")[0] for name in ("href", "src", "action") if name in attributes]
        elif token["type"] == "Comment":
            shape.append(("!", token["data"]))
        elif "data" in token and isinstance(token["data"], str) and inside != "label":
            data = inside == "script" and token["data"].startswith("{")
            words += [CLAIM.sub("", text) for text in strings(json.loads(token["data"]))] if data else [token["data"]]
        elif token["type"] == "EndTag":
            inside = ""
    return shape, " ".join(words), links


def published(folder: Path) -> list[Path]:
    """Return the pages of a site, without those at old addresses, which hold no text of an editor's."""
    return [file for file in sorted(folder.rglob("*.html")) if 'http-equiv="refresh"' not in file.read_text("utf-8")]


def compared(words: str) -> str:
    """Leave out what a page may change: white space, a capital at the start of a sentence, its full stop, which half a
    sentence gets in place of what parted it from the rest.
    """
    return re.sub(r"[,;:]+(?=[\s.]|$)|[\s.]+", "", folded(words)).casefold()


def test_every_text_of_every_form_is_attacked() -> None:
    assert len(KINDS) > 150
    assert {file.split("/")[1] for file in FILES} == {"2021", *(form.folder for form in model.KINDS.values() if form.folder)}


def test_pages_keep_their_structure_and_show_what_was_typed(hostile: tuple[Site, dict[str, str]], harmless: Path) -> None:
    site, typed = hostile
    pages = [file.relative_to(harmless / BELOW) for file in published(harmless / BELOW)]
    assert len(pages) >= 12
    seen = set[str]()
    for page in pages:
        plain_shape, plain_words, plain_links = structure(harmless / BELOW / page)
        shape, words, links = structure(site.folder / page)
        assert (page, shape) == (page, plain_shape)
        assert (page, links) == (page, plain_links)
        expected = TOKEN.sub(lambda found: shown(" ".join(typed[found[0].lower()].split())), plain_words)
        assert (page, compared(words)) == (page, compared(expected))
        seen |= set(map(str.lower, TOKEN.findall(plain_words)))
    assert len(seen) > len(KINDS) * 0.6


def test_nothing_runs_and_nothing_is_asked_of_another_host(hostile: tuple[Site, dict[str, str]], browser: Browser) -> None:
    site, _ = hostile
    events: list[str] = []
    with browser.new_context() as context:
        visitor = context.new_page()
        watch(visitor, site, events)
        for file in published(site.folder):
            address = urljoin(site.address, file.relative_to(site.folder).as_posix().removesuffix("index.html"))
            visitor.goto(address)
            visitor.mouse.move(200, 200)
            assert visitor.url == address
            assert visitor.title().endswith("The Small Desk")
        visitor.goto(site.address)
        marked = 0
        for query in ("script", "onerror", "alert"):
            visitor.goto(urljoin(site.address, f"search/?q={query}&kind=brief&kind=actor"))
            visitor.locator(".search-found [role=status]:not(:empty)").wait_for()
            visitor.wait_for_load_state("networkidle")
            marked += visitor.locator(".search-found li mark").count()
        assert marked
    assert events == []


def watch(visitor: Page, site: Site, events: list[str]) -> None:
    """Write down all that a page does beside showing itself."""

    def asked(dialog: Dialog) -> None:
        events.append(f"dialog {dialog.message}")
        dialog.dismiss()

    visitor.on("dialog", asked)
    visitor.on("console", lambda said: events.append(f"{said.type} {said.text}"))
    visitor.on("pageerror", lambda error: events.append(f"exception {error}"))
    visitor.on("popup", lambda window: events.append(f"window {window.url}"))
    visitor.on("download", lambda found: events.append(f"download {found.url}"))
    visitor.on("request", lambda request: None if fine(request.url, site) else events.append(f"request {request.url}"))


def fine(address: str, site: Site) -> bool:
    return address.startswith((site.address, "data:image/svg+xml", "blob:"))
