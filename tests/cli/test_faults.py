"""Whatever is wrong with the settings or the folders of a site, an editor reads what it is; nobody reads a traceback."""

from pathlib import Path

import pytest

from tests.build.small import CONFIG, FILES, put
from tests.build.traps import close
from tests.cli.conftest import Briefs

CONFIGS = {
    "an open list": "site_name: [x\nplugins: {",
    "nothing": "",
    "a list": "- a\n- b\n",
    "a sentence": "hello",
    "a control character": 'site_name: "a\x01b"\n',
    "a wrong number": "site_name: !!int x\n",
    "a wrong date": "site_name: 2021-02-30\n",
    "a list as a key": "? [a, b]\n: c\n",
    "two documents": "a: b\n---\nc: d\n",
    "an unknown alias": "a: *b\n",
    "plugins that are a number": CONFIG.replace("plugins:", "plugins: 7\nrest:"),
    "an empty plugin": CONFIG.replace("plugins:\n", "plugins:\n  - {}\n"),
    "an unknown setting": CONFIG.replace("timezone: Asia/Yerevan", "time_zone: Asia/Yerevan"),
    "an unknown time zone": CONFIG.replace("Asia/Yerevan", "Mars/Olympus"),
    "a time zone outside its folder": CONFIG.replace("Asia/Yerevan", "../../etc/passwd"),
    "a language by its name": CONFIG.replace("timezone: Asia/Yerevan", "language: Deutsch"),
    "a folder that is a list": CONFIG.replace("timezone: Asia/Yerevan", "briefs_dir: [1]"),
    "a folder that is not there": CONFIG.replace("timezone: Asia/Yerevan", "briefs_dir: brief"),
    "a folder that is a file": CONFIG.replace("timezone: Asia/Yerevan", "briefs_dir: mkdocs.yml"),
    "hand-written pages that are not there": f"docs_dir: pages\n{CONFIG}",
    "no briefs among the plugins": CONFIG.replace("  - briefs:\n      timezone: Asia/Yerevan\n", ""),
    "no address": "".join(line for line in CONFIG.splitlines(keepends=True) if "site_url" not in line),
    "an empty address": CONFIG.replace('!ENV [SITE_URL, "https://desk.example.org/"]', '""'),
    "an address that is none": CONFIG.replace("https://desk.example.org/", "http://[desk/"),
}


@pytest.mark.parametrize("config", CONFIGS.values(), ids=list(CONFIGS))
@pytest.mark.parametrize("command", [["check"], ["write", "out"], ["build", "-d", "out"]], ids=" ".join)
def test_wrong_settings_are_reported_and_nothing_is_written(briefs: Briefs, site: Path, config: str, command: list[str]) -> None:
    (site / "mkdocs.yml").write_text(config, encoding="utf-8")
    result = briefs(*command)
    assert result.exit_code == 1
    assert "error[settings]" in result.output
    assert "mkdocs.yml" in result.output
    assert not (site / "out").exists()


def test_bytes_that_are_no_text_are_reported(briefs: Briefs, site: Path) -> None:
    (site / "mkdocs.yml").write_bytes(CONFIG.encode().replace(b"Small", b"Sm\xe4ll"))
    (site / "briefs/places/town.yml").write_bytes(b"name: T\xfcr\nkind: town\n")
    result = briefs("check")
    assert result.exit_code == 1
    assert "town.yml:1:8" in result.stdout


@pytest.mark.parametrize("folder", ["briefs/", "./briefs", "briefs//"])
def test_a_folder_may_be_written_in_several_ways(briefs: Briefs, site: Path, folder: str) -> None:
    (site / "mkdocs.yml").write_text(CONFIG.replace("timezone:", f"briefs_dir: {folder}\n      timezone:"), encoding="utf-8")
    assert (briefs("check").output, briefs("check", "briefs").exit_code) == ("", 0)
    put(site, {"briefs/places/town.yml": "name: x\n"})
    assert "briefs/places/town.yml" in briefs("check").stdout


@pytest.mark.parametrize("name", ["briefs", "docs"])
@pytest.mark.parametrize("absolute", [True, False])
def test_a_folder_may_lie_elsewhere(briefs: Briefs, site: Path, name: str, absolute: bool) -> None:
    (site / name).rename(site.parent / "elsewhere")
    folder = site.parent / "elsewhere" if absolute else "../elsewhere"
    setting = f"briefs_dir: {folder}\n      timezone:" if name == "briefs" else "timezone:"
    config = CONFIG.replace("timezone:", setting) + (f"docs_dir: {folder}\n" if name == "docs" else "")
    (site / "mkdocs.yml").write_text(config, encoding="utf-8")
    assert (briefs("check").output, briefs("check").exit_code) == ("", 0)
    if name == "briefs":
        put(site.parent, {"elsewhere/places/town.yml": "name: x\n"})
        result = briefs("check", site.parent / "elsewhere" / "places")
        assert (result.exit_code, "places/town.yml" in result.stdout) == (1, True)


@pytest.mark.parametrize("name", ["briefs/places/town.yml", "docs/about.md"])
@pytest.mark.parametrize("command", [["check"], ["write", "out"]], ids=" ".join)
def test_a_file_that_cannot_be_opened_is_reported(
    briefs: Briefs, site: Path, monkeypatch: pytest.MonkeyPatch, name: str, command: list[str]
) -> None:
    close(monkeypatch, name)
    result = briefs(*command)
    assert result.exit_code == 1
    assert name in result.output
    assert not (site / "out").exists()


@pytest.mark.parametrize("epoch", ["yesterday", "-1", "12.5", "99999999999999999", "²"])
def test_a_date_in_the_environment_that_is_none_is_reported(briefs: Briefs, monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    for command in (["check"], ["build", "-d", "out"]):
        result = briefs(*command)
        assert (result.exit_code, "SOURCE_DATE_EPOCH" in result.output) == (1, True)
    assert briefs("check", "--as-of", "2021-12-01").exit_code == 0


@pytest.mark.parametrize(
    "was", ["../../../escaped", "..", "https://example.org/x", "a b", "<b>", "2021/../../x", "2021/a#b", "C:/x"]
)
def test_an_old_address_outside_the_site_is_an_error(briefs: Briefs, site: Path, was: str) -> None:
    put(site, {"briefs/places/town.yml": f'{FILES["briefs/places/town.yml"]}was: ["{was}"]\n'})
    assert briefs("check").exit_code == 1
    assert briefs("write", "out").exit_code == 1


@pytest.mark.parametrize("day", ["9999-12-31", "1000-01-01"])
@pytest.mark.parametrize("field", ["published", "as_of"])
def test_the_ends_of_the_calendar_raise_nothing(briefs: Briefs, site: Path, field: str, day: str) -> None:
    text = FILES["briefs/2021/the-truce.yml"].replace(f"{field}: 2021-11-17", f"{field}: {day}")
    put(site, {"briefs/2021/the-truce.yml": text})
    assert briefs("check").exit_code in (0, 1)
