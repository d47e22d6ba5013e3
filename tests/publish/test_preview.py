"""In the preview nothing may raise, whatever is broken: the rest of the edition is shown, and one report says what is wrong."""

from collections.abc import Iterator
from datetime import date as Date

import pytest
import yaml

from generator.build import Checked, Inputs, read_edition
from generator.pages import pages, redirects
from generator.publish import Proofs, markdown_file, redirect_file, with_findings
from generator.settings import read
from tests.build.small import CONFIG, DAY, FILES
from tests.text.everything import Shape, page

ENTRIES = {file: text.encode() for file, text in FILES.items() if file.startswith("briefs/")}
WRONG: tuple[object, ...] = (
    None,
    "",
    7,
    True,
    [],
    {},
    ["x"],
    {"x": 1},
    "no-such-id",
    "[[nobody]] [@none]",
    "2021-02-30",
    "a\n\nb",
)


def checked(entries: dict[str, bytes], *, preview: bool = True) -> Checked:
    settings, _, faults = read(CONFIG)
    inputs = Inputs("mkdocs.yml", CONFIG, entries, {})
    return read_edition(inputs, settings, Date.fromisoformat(DAY), preview=preview, settings_findings=faults)


def published(entries: dict[str, bytes], *, preview: bool = True) -> dict[str, str]:
    edition = checked(entries, preview=preview).edition
    for redirect in redirects(edition):
        redirect_file(redirect)
    return {found.address: markdown_file(found) for found in pages(edition)}


def spoiled(data: object, wrong: object) -> Iterator[object]:
    """Yield the data once for each value in it, with that value spoiled."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield {**data, key: wrong}
            yield from ({**data, key: other} for other in spoiled(value, wrong))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield [*data[:index], wrong, *data[index + 1 :]]
            yield from ([*data[:index], other, *data[index + 1 :]] for other in spoiled(value, wrong))


def test_the_preview_shows_drafts_and_what_is_to_come() -> None:
    assert {"briefs/2021/a-draft/", "briefs/2021/too-early/"} <= published(ENTRIES).keys()
    assert not {"briefs/2021/a-draft/", "briefs/2021/too-early/"} & published(ENTRIES, preview=False).keys()


@pytest.mark.parametrize("gone", ENTRIES)
def test_a_missing_file_raises_nothing(gone: str) -> None:
    rest = {file: data for file, data in ENTRIES.items() if file != gone}
    shown, complete = published(rest), published(ENTRIES)
    assert complete.keys() - shown.keys() <= {
        address for address in complete if gone.split("/")[-1].removesuffix(".yml") in address
    }


@pytest.mark.parametrize("broken", ENTRIES)
def test_a_broken_file_takes_down_only_its_own_page(broken: str) -> None:
    shown, complete = published({**ENTRIES, broken: b"a: [\n"}), published(ENTRIES)
    slug = broken.split("/")[-1].removesuffix(".yml")
    assert complete.keys() - shown.keys() <= {address for address in complete if slug in address}
    others = {finding.place.file for finding in checked({**ENTRIES, broken: b"a: [\n"}).findings} - {broken}
    assert others == set()


@pytest.mark.parametrize("file", ENTRIES)
def test_no_wrong_value_raises(file: str) -> None:
    data = yaml.load(ENTRIES[file], yaml.BaseLoader)
    tried = 0
    for number, wrong in enumerate(WRONG):
        for at, other in enumerate(spoiled(data, wrong)):
            if (number + at) % 3 == 0:  # a third of all, each value and each place among them
                published({**ENTRIES, file: yaml.safe_dump(other).encode()})
                tried += 1
    assert tried > 5


def test_what_is_wrong_with_the_settings_is_listed_on_the_home_page() -> None:
    settings, _, _ = read(CONFIG)
    inputs = Inputs("mkdocs.yml", CONFIG, ENTRIES, {}, {"briefs_dir": "briefs"})
    found = read_edition(inputs, settings, Date.fromisoformat(DAY), preview=True)
    shown = with_findings(
        Proofs(found.edition, 1).pages.values(), found, lambda findings: f"What is wrong with {findings[0].place.file}."
    )
    assert "What is wrong with mkdocs.yml." in next(page.body for page in shown if not page.address)


def test_files_in_another_order_make_the_same_edition() -> None:
    assert published(dict(reversed(ENTRIES.items()))) == published(ENTRIES)


def test_a_mark_that_follows_another_leaves_no_empty_line_on_other_pages() -> None:
    twice = ENTRIES["briefs/2021/the-truce.yml"].replace(b"[@report]", b"[@report], [@report]")
    for address, text in published({**ENTRIES, "briefs/2021/the-truce.yml": twice}).items():
        assert not {"-", "- ", "- “”"} & set(text.splitlines()), address


@pytest.mark.parametrize("start", ["1. ", "1997. ", "- ", "+ ", "> ", "a) ", "!!! ", "??? "])
def test_words_that_begin_a_line_begin_nothing_else(start: str) -> None:
    def shape(description: str) -> Shape:
        text = FILES["briefs/actors/ministry.yml"].replace("a ministry", f'"{description}"')
        found = published({**ENTRIES, "briefs/actors/ministry.yml": text.encode()})["actors/ministry/"]
        return page(found.partition("---\n\n")[2])[0]

    assert shape(f"{start}a ministry") == shape("a ministry")
