"""Many hands give what two give."""

import os
from datetime import date as Date

import pytest

from benchmarks.briefs import site
from generator.asking import Memory
from generator.build import Inputs, Site, read_edition
from generator.build.hands import crew
from generator.edition import Edition
from generator.settings import read

DAY = Date(2026, 11, 25)


def inputs_of(files: dict[str, bytes]) -> Inputs:
    entries = {name: data for name, data in files.items() if name.startswith("briefs/")}
    return Inputs("mkdocs.yml", files["mkdocs.yml"].decode(), entries, {})


@pytest.fixture(scope="module")
def archive() -> Inputs:
    files = site(150)
    briefs = [name for name in files if name.startswith("briefs/2")]
    files[briefs[3]] = b"title: [@broken\n"
    files[briefs[90]] = files[briefs[90]].replace(b"bottom_line", b"bottom_lines")
    files[briefs[120]] = files[briefs[120]].replace(b"says ", b"says nobody-")
    return inputs_of(files)


@pytest.mark.parametrize("many", [2, 3])
def test_processes_give_what_one_gives(archive: Inputs, many: int) -> None:
    settings, _, _ = read(archive.config, archive.config_file)
    alone = read_edition(archive, settings, DAY)
    together = Site(hands=many).read(archive, settings, DAY)
    assert len({finding.rule for finding in alone.findings}) > 4
    assert together.findings == alone.findings
    assert dict(together.texts) == dict(alone.texts)
    assert [d.parsed for d in together.edition.documents.values()] == [d.parsed for d in alone.edition.documents.values()]


def doubled_here_alone(edition: Edition, asked: tuple[int, int]) -> int:
    """Double a number in the process `here`; end any other process."""
    here, number = asked
    if os.getpid() != here:
        os._exit(1)
    return number * 2


def test_a_share_whose_process_ends_is_done_here(archive: Inputs) -> None:
    settings, _, _ = read(archive.config, archive.config_file)
    edition = read_edition(archive, settings, DAY, memory=Memory()).edition
    asked = [(os.getpid(), number) for number in range(1_000)]
    with crew(edition, 3, 1_000) as many:
        assert many.run(doubled_here_alone, asked) == [number * 2 for number in range(1_000)]
