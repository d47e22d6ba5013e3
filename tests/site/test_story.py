"""The story of 16 November 2021: everything that was reported is on the published page or in its backgrounds."""

import re
from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from lxml.html import document_fromstring  # type: ignore[import-untyped]

from tests.site.conftest import Site

BRIEF = "briefs/2021/armenia-appeals-for-aid"
BACKGROUNDS = ("second-karabakh-war", "first-karabakh-war", "treaty-1997", "russian-peacekeepers")
QUOTES = (
    ("We appeal to Russia to protect Armenia’s territorial integrity within the 1997 agreement", "via News.am"),
    (
        "We expect that Russia will provide assistance and we will have the opportunity to restore the territorial "
        "integrity of Armenia",
        "",
    ),
    (
        "If it’s possible to resolve this situation through negotiations, then resolve it through negotiations, and if "
        "that’s not possible, then provide Armenia with enough military assistance so that Armenia can resolve the "
        "current situation",
        "via News.am",
    ),
)
FACTS = {
    "the appeal, and when": r"Armenia (asked|turned to|appealed to) Russia .{0,60}16 November 2021",
    "the worst fighting since the war": r"worst fighting|No fighting .{0,60} worse",
    "its legal ground": r"mutual defen[cs]e treaty .{0,60}(1997|Russia)",
    "who invoked it": r"Security Council (said|announced).{0,60}invok",
    "what Armenia accuses Azerbaijan of": r"attack by Azerbaijani forces|Azerbaijani forces attacked",
    "deaths and losses as Yerevan's claim": r"(by its account|council said|Security Council said).{0,140}(died|lives|deaths)",
    "territorial losses": r"territory had been lost|lost .{0,30}(territory|ground)|lives and (territory|ground)",
    "what Azerbaijan accuses Armenia of": r"Azerbaijan .{0,80}“large-scale provocation” at the border",
    "two accounts of Tuesday": r"What happened on the border on 16 November 2021\?",
    "the exchange of accusations on Sunday": r"14 November 2021,? .{0,80}accused each other of opening fire",
    "through whom the words came": r"Armenian (news )?agency,? News\.am|News\.am, an Armenian news agency",
    "the ambassador's word": r"ambassador (to|in) Moscow, Vardan Toganyan, told .{0,40}TASS",
    "that TASS is run by the state": r"Russian state-run agency TASS",
    "the two channels": r"diplomatic (and|as well as)( through)? military channels",
    "the two forms of help": r"(renewed|new|return to) negotiations,? or .{0,20}“?military (aid|assistance|support)",
    "that Moscow is silent": r"Russia had not yet responded|Moscow (was|had) (still )?(silent|not answered)",
    "as an open question": r"Will Russia give the help that Armenia asked for\?.{0,900}Not known as of 16 November 2021",
    "the truce": r"truce (that Russia brokered|brokered by Russia)",
    "six weeks": r"six weeks",
    "more than 6,500 lives": r"[Mm]ore than 6,500 people lost their lives|more than 6,500 lives",
    "control of Nagorno-Karabakh": r"for control of Nagorno-Karabakh",
    "the swaths of territory": r"Armenia (gave up|ceded) swaths of territory that it had controlled for decades",
    "the peacekeepers": r"nearly 2,000 Russian peacekeepers",
    "their mandate": r"mandate (for|of) five years that (could|can) be renewed|renewable five-year mandate",
    "the break-away": r"1991, ethnic Armenian separatists in Nagorno-Karabakh broke away from Azerbaijan",
    "the Soviet Union": r"Soviet Union (fell apart|collapsed)",
    "around 30,000 lives": r"(around|about) 30,000 lives",
    "tensions on and off": r"[Tt]ensions at the border had flared on and off",
    "the agency that contributed": r"contributions by AFP",
    "the related article": r"Russia Blames Azerbaijan for Breach of Karabakh Truce in Post-Ceasefire First",
    "its address as printed": r"themoscowtimes\.com/2026/07/08/russia-for-the-first-time-blames-azerbaijan",
    "how the date is known": r"prints “Tuesday” and no date",
}


@cache
def words(folder: Path, page: str) -> str:
    article = BeautifulSoup((folder / page / "index.html").read_bytes(), "html5lib").find("article")
    assert isinstance(article, Tag)
    for mark in article.select(".cite, .headerlink"):
        mark.decompose()
    return " ".join(article.get_text(" ", strip=True).replace(" ,", ",").replace(" .", ".").split())


def test_the_quotes_stand_verbatim_with_who_said_them_and_through_whom(real: Site) -> None:
    soup = BeautifulSoup((real.folder / BRIEF / "index.html").read_bytes(), "html5lib")
    for mark in soup.select(".cite"):
        mark.decompose()
    blocks = [" ".join(block.get_text(" ", strip=True).split()) for block in soup.select("article blockquote")]
    for quote, carrier in QUOTES:
        (block,) = (block for block in blocks if quote in block)
        assert block.startswith(f"“{quote}” — Armen Grigoryan")
        assert ("via" in block.partition("Grigoryan")[2][:12]) == bool(carrier)
        assert carrier in block


@pytest.mark.parametrize("fact", FACTS)
def test_the_page_or_a_background_tells(real: Site, fact: str) -> None:
    told = [words(real.folder, page) for page in (BRIEF, *(f"background/{name}" for name in BACKGROUNDS))]
    assert any(re.search(FACTS[fact], text) for text in told), FACTS[fact]


def test_the_brief_leads_to_each_of_its_backgrounds(real: Site) -> None:
    soup = BeautifulSoup((real.folder / BRIEF / "index.html").read_bytes(), "html5lib")
    targets = {str(link["href"]) for link in soup.select("article a[href]")}
    assert {f"../../../background/{name}/" for name in BACKGROUNDS} <= targets


def test_the_address_as_printed_is_shown_and_never_linked(real: Site) -> None:
    for file in real.folder.rglob("*.html"):
        assert document_fromstring(file.read_bytes()).xpath("//a[contains(@href, '2026/07/08')]") == [], file
