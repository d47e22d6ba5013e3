"""Whole sites with hostile texts, built as any site is, held against one with harmless words, and visited in a browser."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from tests.browser import find, flags
from tests.hostile.dealing import dealt
from tests.hostile.judging import page_differs
from tests.hostile.outputs import HARMLESS, KINDS, Look
from tests.hostile.results import Result
from tests.hostile.rounds import waiting
from tests.site.conftest import BELOW, hosted
from tests.site.test_hostile import built, published, visited

AMOUNT = 8


def sites(hands: int, *, go_on: bool = False) -> Result:
    """Build sites with strings of all collections, compare each of their pages, and visit it."""
    result = Result()
    texts = waiting(far=False)
    turns = [number * max(map(len, texts.values())) // AMOUNT for number in range(AMOUNT)]
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=flags())
        plain = built(Path(folder) / "harmless", HARMLESS) / BELOW
        for turn in turns:
            typed = dealt(texts, KINDS, turn)
            place = Path(folder) / str(turn)
            with hosted(place / "source", built(place, typed)) as site:
                for file in published(site.folder):
                    page = file.relative_to(site.folder)
                    fault = page_differs(file.read_text("utf-8"), (plain / page).read_text("utf-8"), typed)
                    result.add([Look("pages of sites built as a whole", str(page), fault)], f"site {turn}")
                events, _ = visited(site, browser)
                looked = [Look("sites visited in a browser", "scripts, dialogs, requests", "; ".join(events))]
                result.add(looked, f"site {turn}")
            result.join(Result({"sites": 1}))
            print(f"site {turn}: {len(result.faults)} faults", file=sys.stderr, flush=True)
        browser.close()
    return result
