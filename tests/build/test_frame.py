"""What the theme gets beside the pages: one style sheet in a fixed order, the policy, and words in the language of each page."""

from types import SimpleNamespace

import pytest
from jinja2 import Environment

from generator.build import frame, said_in
from generator.build.frame import STYLES, with_one_style_sheet


def test_the_style_sheets_become_one_that_is_read_from_the_ground_up_and_without_comments() -> None:
    names = ("print", "masthead", "tokens", "accounts", "base", "fonts")
    theme = {f"assets/stylesheets/{name}.css": f"/* for\n whom */\n.{name} {{}}\n".encode() for name in names}
    found = with_one_style_sheet({**theme, "base.html": b"x", "assets/fonts/a.woff2": b"y"})
    assert set(found) == {"base.html", "assets/fonts/a.woff2", STYLES}
    assert found[STYLES].split() == b".tokens {} .fonts {} .base {} .accounts {} .masthead {} .print {}".split()


def test_only_the_preview_may_run_what_stands_in_a_page() -> None:
    assert "unsafe" not in frame()["policy"]
    assert frame(preview=True)["policy"] == frame()["policy"].replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")


@pytest.mark.parametrize(
    ("site", "page", "said"),
    [
        ("en", None, "Skip to the text"),
        ("de", None, "Zum Text springen"),
        ("en", SimpleNamespace(meta={}), "Skip to the text"),
        ("en", SimpleNamespace(meta={"lang": "de"}), "Zum Text springen"),
        ("de", SimpleNamespace(meta={"lang": "en"}), "Skip to the text"),
        ("de", SimpleNamespace(meta={"lang": "hy"}), "Zum Text springen"),
    ],
)
def test_the_frame_speaks_the_language_of_its_page(site: str, page: object, said: str) -> None:
    environment = Environment(autoescape=True)
    environment.globals["_"] = said_in(site)
    assert environment.from_string('{{ _("Skip to the text") }}').render(page=page) == said
