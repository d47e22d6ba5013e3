"""What the theme gets beside the pages: one style sheet in a fixed order, the policy, and words in the language of each page."""

from datetime import date as Date
from types import SimpleNamespace

import pytest
from jinja2 import Environment, FileSystemLoader

from generator.build import Inputs, read_edition
from generator.edition import Edition
from generator.publish import frame, theme_folder
from generator.publish.frame import STYLES, with_one_style_sheet
from generator.settings import read
from tests.build.small import CONFIG, DAY, FILES, brief


def test_the_style_sheets_become_one_that_is_read_from_the_ground_up_and_without_comments() -> None:
    names = ("print", "masthead", "tokens", "accounts", "base", "fonts")
    theme = {f"assets/stylesheets/{name}.css": f"/* for\n whom */\n.{name} {{}}\n".encode() for name in names}
    found = with_one_style_sheet({**theme, "base.html": b"x", "assets/fonts/a.woff2": b"y"})
    assert set(found) == {"base.html", "assets/fonts/a.woff2", STYLES}
    assert found[STYLES].split() == b".tokens {} .fonts {} .base {} .accounts {} .masthead {} .print {}".split()


def edition(language: str, *languages: str) -> Edition:
    config = CONFIG.replace("timezone: Asia/Yerevan", f"timezone: Asia/Yerevan\n      language: {language}")
    files = {f"briefs/2021/in-{tag}.yml": brief("A truce", "2021-11-18", f"lang: {tag}\n") for tag in languages}
    entries = {name: text.encode() for name, text in {**FILES, **files}.items() if name.startswith("briefs/")}
    return read_edition(Inputs("mkdocs.yml", config, entries, {}), read(config)[0], Date.fromisoformat(DAY)).edition


def test_only_the_preview_may_run_what_stands_in_a_page() -> None:
    policy, preview = (frame(edition("en"), preview=preview)["policy"] for preview in (False, True))
    assert "unsafe" not in policy
    assert preview == policy.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")


@pytest.mark.parametrize(
    ("site", "page", "said", "language"),
    [
        ("en", None, "Skip to the text", "en"),
        ("de", None, "Zum Text springen", "de"),
        ("en", {}, "Skip to the text", "en"),
        ("en", {"lang": "de"}, "Zum Text springen", "de"),
        ("de", {"lang": "en"}, "Skip to the text", "en"),
        ("de", {"lang": "hy"}, "Zum Text springen", "hy"),
        ("de", {"lang": "fr"}, "Zum Text springen", "fr"),  # a page written by hand
    ],
)
def test_the_frame_speaks_the_language_of_its_page(site: str, page: dict[str, str] | None, said: str, language: str) -> None:
    environment = Environment(loader=FileSystemLoader(str(theme_folder())))
    environment.filters.update(url=str, script_tag=str)
    config = {
        "extra_css": [],
        "extra_javascript": [],
        "extra": {"frame": frame(edition(site, "en", "de", "hy"))},
        "site_name": "x",
        "theme": {},
    }
    told = {"page": SimpleNamespace(meta=page, url="", toc=SimpleNamespace(items=[]), content="<h1>x</h1>") if page else None}
    html = environment.get_template("base.html").render(config=config, nav=[], **told)
    assert f">{said}</a>" in html
    assert f'<html lang="{language}">' in html
    assert (f'<header class="masthead" lang="{site}" dir="ltr">' in html) == (language != site)
