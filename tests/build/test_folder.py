"""What is read from a site's folder, and the date of an edition."""

from datetime import UTC, datetime
from datetime import date as Date
from pathlib import Path

import pytest

from generator.build import edition_day, epoch_of, gather, read_settings, wrong_epoch
from tests.build.small import put

NOW = datetime(2026, 11, 22, 21, 30, tzinfo=UTC)


def test_hidden_files_and_files_of_other_kinds_are_left_alone(tmp_path: Path) -> None:
    names = ("a/b.yml", "a/c.YAML", "a/d.yml~", "a/.e.yml", ".git/f.yml", "a/readme.md")
    site = put(tmp_path, {"mkdocs.yml": "plugins: [briefs]\n", **{f"briefs/{name}": "x" for name in names}})
    text, settings, _ = read_settings(site / "mkdocs.yml")
    assert list(gather(site, settings, "mkdocs.yml", text).entries) == ["briefs/a/b.yml", "briefs/a/c.YAML"]


def test_hand_written_pages_are_known_by_their_addresses(tmp_path: Path) -> None:
    pages = {
        "index.md": "",
        "about.md": "about/",
        "a/README.md": "a/",
        "a/b.markdown": "a/b/",
        "c.html": "c.html",
        "d/index.html": "d/",
    }
    site = put(tmp_path, {"mkdocs.yml": "plugins: [briefs]\n", **{f"docs/{name}": "x" for name in (*pages, "mark.svg")}})
    text, settings, _ = read_settings(site / "mkdocs.yml")
    found = gather(site, settings, "mkdocs.yml", text)
    assert found.written_by_hand == {address: f"docs/{name}" for name, address in pages.items()}
    assert found.missing == {"briefs_dir": "briefs"}


@pytest.mark.parametrize(
    ("as_of", "epoch", "zone", "day"),
    [
        (Date(2021, 11, 16), "0", "Etc/UTC", "2021-11-16"),
        (None, None, "Etc/UTC", "2026-11-22"),
        (None, None, "Asia/Yerevan", "2026-11-23"),
        (None, None, "America/New_York", "2026-11-22"),
        (None, "0", "Etc/UTC", "1970-01-01"),
        (None, "0", "America/New_York", "1969-12-31"),
        (None, "1637020800", "Asia/Yerevan", "2021-11-16"),
        (None, "yesterday", "Etc/UTC", "2026-11-22"),
    ],
)
def test_the_edition_date(as_of: Date | None, epoch: str | None, zone: str, day: str) -> None:
    environment = {} if epoch is None else {"SOURCE_DATE_EPOCH": epoch}
    assert edition_day(as_of, environment, zone, NOW).isoformat() == day


@pytest.mark.parametrize("zone", ["Etc/UTC", "Asia/Yerevan", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Beirut"])
@pytest.mark.parametrize("day", ["1971-01-01", "2021-11-16", "2022-03-27", "9998-12-31"])
def test_a_day_comes_back_from_its_second(zone: str, day: str) -> None:
    second = str(epoch_of(Date.fromisoformat(day), zone))
    assert edition_day(None, {"SOURCE_DATE_EPOCH": second}, zone).isoformat() == day
    assert wrong_epoch({"SOURCE_DATE_EPOCH": second}, "mkdocs.yml") == ()


@pytest.mark.parametrize("epoch", ["", " ", "-1", "1.5", "0x10", "１", "253370764800", "9" * 5000])
def test_a_second_that_is_none_is_a_finding(epoch: str) -> None:
    (finding,) = wrong_epoch({"SOURCE_DATE_EPOCH": epoch}, "mkdocs.yml")
    assert finding.place.file == "mkdocs.yml"
