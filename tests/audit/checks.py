"""The checks of the audit, one function each: from a built site to lines of the table and to what is wrong."""

import json
import os
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urljoin

from tests.audit.programs import Programs
from tests.browser import flags
from tests.site.test_links import broken, page

WANTED = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
"""The least points that Lighthouse must give in each category (of 100)."""
RUNS = 3


class NoAuditError(Exception):
    """The audit could not run to its end; the text says why."""


@dataclass(frozen=True)
class Row:
    """One line of the table: what was looked at, what was found, what was wanted, and the faults one by one."""

    check: str
    found: str
    wanted: str
    faults: tuple[str, ...] = ()


def nu(folder: Path, programs: Programs) -> Row:
    """Let the Nu HTML checker (the W3C's) read every page."""
    # Its warnings are left out: it takes the origin of a file for another one, so that no policy allows its own style sheet.
    asked: list[str | Path] = [
        programs.java,
        "-jar",
        programs.nu,
        "--format",
        "json",
        "--stdout",
        "--errors-only",
        "--skip-non-html",
        folder,
    ]
    said = subprocess.run(asked, capture_output=True, text=True, encoding="utf-8", check=False)
    return read_nu(said.stdout or said.stderr, folder)


def read_nu(said: str, folder: Path) -> Row:
    """Read the checker's answer; one that is no answer is a fault too."""
    pages = sum(1 for _ in folder.rglob("*.html"))
    check, wanted = f"Nu HTML checker, {pages} pages", "0 errors"
    try:
        messages: list[dict[str, Any]] = json.loads(said)["messages"]
    except (ValueError, KeyError):
        return Row(check, "no answer", wanted, (said.strip() or "It said nothing.",))
    wrong = [each for each in messages if each["type"] != "info"]
    faults = tuple(f"{each.get('url', '')}:{each.get('lastLine', '?')}: {each['message']}" for each in wrong)
    return Row(check, f"{len(faults)} errors", wanted, faults)


def links(folder: Path, address: str) -> Row:
    """Follow every link of every page to its file and to the place in it."""
    files = sorted(folder.rglob("*.html"))
    at = {file: file.relative_to(folder).as_posix() for file in files}
    faults = tuple(
        f"{at[file]}: {link}" for file in files for link in broken(folder, urljoin(address, at[file]), page(file), address)
    )
    return Row(f"links and fragments, {len(files)} pages", f"{len(faults)} broken", "0 broken", faults)


def lighthouse(address: str, programs: Programs) -> list[Row]:
    """Let Lighthouse look at a page as a phone on a slow network shows it, and take the median of its marks."""
    return read_lighthouse([_report(address, programs) for _ in range(RUNS)])


def read_lighthouse(reports: list[dict[str, Any]]) -> list[Row]:
    """Put the reports on one page together: a row for each category, with what the median run found wrong in it."""
    rows = []
    for name, least in WANTED.items():
        marks = [round(100 * (report["categories"][name]["score"] or 0)) for report in reports]
        middle = int(median(marks))
        report = reports[marks.index(middle)]
        faults = tuple(_faults(report, name)) if middle < least else ()
        wanted = str(least) if least == 100 else f"at least {least}"
        title = report["categories"][name]["title"]
        rows.append(Row(f"Lighthouse, phone: {title}", f"{middle} ({', '.join(map(str, marks))})", wanted, faults))
    return rows


def _faults(report: dict[str, Any], category: str) -> list[str]:
    ids = [each["id"] for each in report["categories"][category]["auditRefs"] if each["weight"]]
    audits = [report["audits"][id] for id in ids]
    lost = [f"{each['title']} ({each.get('displayValue') or 'fails'})" for each in audits if (each["score"] or 0) < 0.9]
    return lost or ["Lighthouse gives no reason."]


def _report(address: str, programs: Programs) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        to = Path(folder, "report.json")
        asked: list[str | Path] = [programs.node, programs.lighthouse, address, "--quiet", "--output=json", f"--output-path={to}"]
        asked += [f"--only-categories={','.join(WANTED)}", f"--chrome-flags={' '.join(['--headless=new', *flags()])}"]
        given = os.environ | {"CHROME_PATH": str(programs.browser), "LHCI_NO_LIGHTHOUSERC": "1"}
        ended = subprocess.run(asked, env=given, capture_output=True, text=True, encoding="utf-8", timeout=300, check=False)
        if not to.is_file():
            raise NoAuditError(f"Lighthouse wrote no report:\n{ended.stderr}")
        report: dict[str, Any] = json.loads(to.read_text("utf-8"))
        if error := report.get("runtimeError"):
            raise NoAuditError(f"Lighthouse could not load {address}: {error['message']}")
        return report


def largest_brief(folder: Path, address: str) -> str:
    """Return the address of the brief with the largest page: where it is good, the others are."""
    file = max(folder.glob("briefs/*/*/index.html"), key=lambda file: file.stat().st_size)
    return urljoin(address, file.parent.relative_to(folder).as_posix() + "/")
