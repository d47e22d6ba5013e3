"""Many edits in a row, as a preview meets them: after each, everything is as if it were made from nothing."""

from collections.abc import Callable
from datetime import date as Date
from pathlib import Path
from random import Random

import pytest

from generator.build import Inputs, Site
from generator.publish import Proofs, announced, markdown_file, page_of
from generator.settings import read
from tests.build.small import CONFIG, DAY, FILES

Entries = dict[str, bytes]
ENTRIES: Entries = {file: text.encode() for file, text in FILES.items() if file.startswith("briefs/")}
SIGNS = (b"x", b"9", b":", b"#", b"a b", b"\n")
EDITS = 30


def made(entries: Entries, site: Site, config: str = CONFIG) -> dict[str, object]:
    """Make everything that can be seen of these files."""
    checked = site.read(Inputs("mkdocs.yml", config, entries, {}), read(config)[0], Date.fromisoformat(DAY))
    found = announced(checked.edition, 1, Path("nowhere"))
    shown: dict[str, object] = {page.address: (page.key, markdown_file(page_of(page))) for page in found.pages}
    shown |= {name: beside.make() for name, beside in found.files.items()}
    checked.keep()
    return {**shown, "findings": checked.findings, "redirects": found.redirects}


def cut(now: Entries, file: str, chance: Random) -> Entries:
    return {**now, file: ENTRIES[file][: chance.randrange(len(ENTRIES[file]))]}


def spoil(now: Entries, file: str, chance: Random) -> Entries:
    at = chance.randrange(len(ENTRIES[file]))
    return {**now, file: ENTRIES[file][:at] + chance.choice(SIGNS) + ENTRIES[file][at:]}


def leave_a_line_out(now: Entries, file: str, chance: Random) -> Entries:
    lines = ENTRIES[file].splitlines(keepends=True)
    del lines[chance.randrange(len(lines))]
    return {**now, file: b"".join(lines)}


def swap(now: Entries, file: str, chance: Random) -> Entries:
    return {**now, file: ENTRIES[chance.choice(sorted(ENTRIES))]}


def remove(now: Entries, file: str, chance: Random) -> Entries:
    return {name: data for name, data in now.items() if name != file}


def restore(now: Entries, file: str, chance: Random) -> Entries:
    return {**now, file: ENTRIES[file]}


def rename(now: Entries, file: str, chance: Random) -> Entries:
    folder, _, name = file.rpartition("/")
    new = chance.choice((f"{folder}/a-{name}", f"{folder}/b-{name}", f"{folder}/{name.removesuffix('.yml')}.yaml"))
    return {new if name == file else name: data for name, data in now.items()}


def mend(now: Entries, file: str, chance: Random) -> Entries:
    return ENTRIES


WAYS: tuple[Callable[[Entries, str, Random], Entries], ...] = (
    cut,
    spoil,
    leave_a_line_out,
    swap,
    remove,
    restore,
    rename,
    mend,
)


@pytest.mark.parametrize("seed", range(4))
def test_after_each_edit_all_is_as_from_nothing(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.build.site.WORTH_IT", 0)
    chance, now = Random(seed), ENTRIES
    site = Site(preview=True, watched=True, cache=tmp_path if seed % 2 else None)
    for _ in range(EDITS):
        now = chance.choice(WAYS)(now, chance.choice(sorted(ENTRIES)), chance)
        found, expected = made(now, site), made(now, Site(preview=True))
        assert [name for name in {**found, **expected} if found.get(name) != expected.get(name)] == []


@pytest.mark.parametrize("seed", range(4))
def test_what_a_preview_shows_after_each_edit_is_as_from_nothing(seed: int) -> None:
    """Some of it was looked at after earlier edits, and some was not."""
    chance, now = Random(seed), ENTRIES
    site, proofs, ever = Site(preview=True, watched=True), None, set[str]()
    for _ in range(EDITS):
        now = chance.choice(WAYS)(now, chance.choice(sorted(ENTRIES)), chance)
        inputs = Inputs("mkdocs.yml", CONFIG, now, {})
        edition = site.read(inputs, read(CONFIG)[0], Date.fromisoformat(DAY)).edition
        if proofs is None:
            proofs = Proofs(edition, 1)
        proofs.follow()
        expected = made(now, Site(preview=True))
        pages = {page.address: page for page in proofs.pages.values()}
        assert proofs.redirects == expected["redirects"]
        ever |= expected.keys() - {"findings", "redirects"}
        for name in chance.sample(sorted(ever | pages.keys()), 30):
            if page := pages.get(name):
                assert (page.key, markdown_file(page_of(page))) == expected[name]
                assert (page.file, page.title, page.changed, page.previous, page.next) == (
                    *(page.whole.file, page.whole.title, page.whole.changed, page.whole.previous, page.whole.next),
                )
            else:
                assert proofs.file(name) == expected.get(name), name


def test_another_setting_changes_all() -> None:
    site, other = Site(preview=True, watched=True), CONFIG.replace("site_name: ", "site_name: Another ")
    made(ENTRIES, site)
    assert made(ENTRIES, site, other) == made(ENTRIES, Site(preview=True), other) != made(ENTRIES, Site(preview=True))
