"""The parts of the audit that need no checker: the host, what it reads from the checkers' answers, and the table."""

import gzip
import json
import shutil
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.audit import programs as needed
from tests.audit.__main__ import main, table
from tests.audit.checks import WANTED, Row, links, read_lighthouse, read_nu
from tests.audit.host import hosted

PAGE = '<!doctype html><title>A</title><p id="here"><a href="b/#there">b</a> <a href="#here">a</a> <a href="none/">c</a>'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b").mkdir()
    (tmp_path / "index.html").write_text(PAGE, "utf-8")
    (tmp_path / "b/index.html").write_text("<!doctype html><title>B</title>", "utf-8")
    (tmp_path / "404.html").write_text("<!doctype html><title>None</title>", "utf-8")
    return tmp_path


def test_the_host_compresses_and_keeps_the_policy_and_answers_with_the_sites_own_page(folder: Path) -> None:
    with hosted(folder) as address:
        with urlopen(Request(address, headers={"Accept-Encoding": "gzip"}), timeout=20) as found:
            assert gzip.decompress(found.read()).decode() == PAGE
            assert "default-src 'none'" in found.headers["Content-Security-Policy"]
        with urlopen(address, timeout=20) as found:
            assert found.read().decode() == PAGE
        with pytest.raises(HTTPError, match="404") as none:
            urlopen(address + "none", timeout=20)
        with none.value as answer:
            assert b"None" in answer.read()


def test_links_that_lead_nowhere_are_named(folder: Path) -> None:
    row = links(folder, "http://127.0.0.1:8000/")
    assert (row.found, row.faults) == ("2 broken", ("index.html: b/#there", "index.html: none/"))


@pytest.mark.parametrize(
    ("said", "found", "faults"),
    [
        ({"messages": []}, "0 errors", ()),
        ({"messages": [{"type": "info", "message": "A hint."}]}, "0 errors", ()),
        ({"messages": [{"type": "error", "url": "x", "lastLine": 3, "message": "Bad."}]}, "1 errors", ("x:3: Bad.",)),
        ({"messages": [{"type": "non-document-error", "message": "Unread."}]}, "1 errors", (":?: Unread.",)),
        ("No Java", "no answer", ("No Java",)),
        ("", "no answer", ("It said nothing.",)),
    ],
)
def test_the_answer_of_the_html_checker_is_read(said: object, found: str, faults: tuple[str, ...], folder: Path) -> None:
    row = read_nu(said if isinstance(said, str) else json.dumps(said), folder)
    assert (row.check, row.found, row.faults) == ("Nu HTML checker, 3 pages", found, faults)


def report(**scores: float) -> dict[str, Any]:
    given = dict.fromkeys(WANTED, 1.0) | {name.replace("_", "-"): score for name, score in scores.items()}
    return {
        "categories": {
            name: {"title": name.upper(), "score": score, "auditRefs": [{"id": name, "weight": 1}, {"id": "free", "weight": 0}]}
            for name, score in given.items()
        },
        "audits": {
            **{name: {"title": f"The {name}", "score": score, "displayValue": "9 s"} for name, score in given.items()},
            "free": {"title": "Free", "score": 0},
        },
    }


@pytest.mark.parametrize(
    ("reports", "failed"),
    [
        ([report(), report(), report()], {}),
        ([report(performance=0.5), report(performance=0.98), report()], {}),
        ([report(performance=0.5), report(performance=0.97), report(seo=0.5)], {"PERFORMANCE": "Lighthouse gives no reason."}),
        ([report(best_practices=0.8), report(), report(best_practices=0.7)], {"BEST-PRACTICES": "The best-practices (9 s)"}),
    ],
)
def test_the_median_of_the_marks_counts(reports: list[dict[str, Any]], failed: dict[str, str]) -> None:
    rows = read_lighthouse(reports)
    assert len(rows) == 4
    assert {row.check.rpartition(" ")[2]: " ".join(row.faults) for row in rows if row.faults} == failed


def test_the_table_shows_what_failed_and_no_endless_list() -> None:
    rows = [Row("links", "0 broken", "0 broken"), Row("Nu", "30 errors", "0 errors", tuple(map(str, range(30))))]
    assert table(rows).splitlines()[:6] == [
        *("Check  Found      Wanted", "----------------------------------", "links  0 broken   0 broken  ok"),
        *("Nu     30 errors  0 errors  FAILED", "", "Nu:"),
    ]
    assert table(rows).endswith("\n  19\n  and 10 more")


def test_without_java_and_node_a_person_is_told_how_to_get_them(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name, **_: None)
    monkeypatch.setattr(needed, "NODE", tmp_path / "node")
    monkeypatch.setattr(needed, "find", lambda: None)
    assert main() == 2
    told = capsys.readouterr().err
    assert all(words in told for words in ("apt-get install default-jre-headless", "make clean", "The tests need a browser"))
