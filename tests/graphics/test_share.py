"""Share images: every headline stands whole, in every script that we say we can set, in a small file."""

import random
from io import BytesIO

import pytest
from PIL import Image

from generator.graphics import Share, share_image
from generator.graphics.lettering import SERIF, broken, can_set, composed, fitted, length
from generator.graphics.share import HEADLINE_SIZES, HEIGHT, WIDTH
from generator.model.values import LONGEST_HEADLINE, LONGEST_LINE

WIDE, HIGH = 1072, 350
SENTENCE = (
    "Armenia asks Russia for military help under their 1997 treaty after a clash at the border "
    "that left soldiers dead on both sides of it all"
)
HEADLINES = {
    "latin": "Armenia asks Russia for military help: “not yet”, says Moscow – 1997’s treaty",
    "vietnamese": "Tường thuật từ biên giới",
    "greek": "Η Αρμενία ζητά στρατιωτική βοήθεια από τη Ρωσία",
    "cyrillic": "Армения просит Россию о военной помощи",
    "ukrainian": "Вірменія просить Росію про військову допомогу: ґрунт їжі",
    "armenian": "Հայաստանը Ռուսաստանից ռազմական օգնություն է խնդրում 1997 թվականի պայմանագրով",
    "georgian": "სომხეთი სთხოვს რუსეთს დახმარებას",
    "mixed": "Հայաստան and Россия",
}


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


@pytest.mark.parametrize("letters", range(1, LONGEST_HEADLINE + 1, 3))
@pytest.mark.parametrize("text", [SENTENCE + " " + SENTENCE, "W" * 200, "i" * 200, "WWWWWWWWWWWWWWWWWWWWWWWW mm " * 9])
def test_a_headline_of_every_length_stands_whole(text: str, letters: int) -> None:
    headline = text[:letters].strip()
    size, lines = fitted(headline, SERIF, HEADLINE_SIZES, WIDE, HIGH, 1.16)
    assert "".join(lines).replace(" ", "") == headline.replace(" ", "")
    assert len(lines) * size * 1.16 <= HIGH
    assert all(length(line, SERIF, size) <= WIDE for line in lines)


@pytest.mark.parametrize("seed", range(20))
def test_words_are_not_broken_if_they_fit_a_line(seed: int) -> None:
    chance = random.Random(seed)
    words = ["".join(chance.choice("aeiouWmnrst") for _ in range(chance.randint(1, 14))) for _ in range(12)]
    assert " ".join(broken(" ".join(words), SERIF, 64, WIDE)).split() == words


@pytest.mark.parametrize("script", HEADLINES)
def test_every_letter_of_these_scripts_is_there(script: str) -> None:
    assert can_set(composed(HEADLINES[script]), SERIF)


@pytest.mark.parametrize(
    "headline", ["أرمينيا تطلب المساعدة", "ארמניה מבקשת", "亚美尼亚请求援助", "आर्मेनिया", "x\u0300\u0301", "🙂"]
)
def test_what_cannot_be_set_is_left_out(headline: str) -> None:
    assert not can_set(composed(headline), SERIF)
    assert share_image(Share("The Desk", headline, "", "2021")) == share_image(Share("The Desk", "", "", "2021"))


@pytest.mark.parametrize("headline", [*HEADLINES.values(), "", "W" * LONGEST_HEADLINE, SENTENCE])
def test_an_image_is_small_and_has_the_size_that_it_says(headline: str) -> None:
    share = Share("The Briefing Desk", headline, "Nagorno-Karabakh", "16 November 2021 · developing as of 16 November 2021")
    data = share_image(share)
    share_image.cache_clear()
    assert share_image(share) == data
    assert len(data) <= 40_000
    assert (opened(data).size, opened(data).mode) == ((WIDTH, HEIGHT), "P")
    assert {data[at - 4 : at] for at in range(4, len(data)) if data[at - 4 : at] in (b"tIME", b"tEXt", b"iTXt", b"pHYs")} == set()


def test_nothing_runs_into_another_part_or_over_the_edge() -> None:
    longest = Share("The Desk of " * 12, SENTENCE[:LONGEST_HEADLINE], "A storyline " * 11, "W" * 90)
    image = opened(share_image(longest)).convert("L")
    paper = image.getpixel((5, 300))
    for row in (*range(20, 44), *range(505, 509), *range(620, 629)):
        assert {image.getpixel((column, row)) for column in range(WIDTH)} == {paper}, row
    for column in (30, WIDTH - 30):
        assert {image.getpixel((column, row)) for row in range(20, HEIGHT)} == {paper}, column


def test_no_line_of_a_form_breaks_the_image() -> None:
    share_image(Share("n" * LONGEST_LINE, "h" * LONGEST_HEADLINE, "s" * LONGEST_HEADLINE, "d" * LONGEST_LINE))
