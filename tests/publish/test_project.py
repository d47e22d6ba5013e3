"""The files of a written project: its settings without our plugin, its pages, its old addresses."""

import pytest
import yaml

from generator.pages import Page, Redirect
from generator.publish import markdown_file, redirect_file
from generator.publish.project import config_without_plugin

HEAD = "site_name: x\n"
TOLD = {"policy": "default-src 'none'", "words": {"no": {"lang": "en", "said": {"New: “a”": "null"}}}}


class Tags(yaml.SafeLoader):
    """Reads tags of other plugins as the text behind them."""


Tags.add_multi_constructor("", lambda loader, suffix, node: (suffix, node.value))


@pytest.mark.parametrize(
    ("config", "name", "value"),
    [
        ("plugins: [briefs, search]", "plugins", ["search"]),
        ("plugins: [search, {briefs: {timezone: Etc/UTC}}]", "plugins", ["search"]),
        ("plugins: [briefs]", "plugins", []),
        ("plugins: {briefs: {}, search: {lang: en}}", "plugins", {"search": {"lang": "en"}}),
        ("theme: material", "theme", {"name": "material", "custom_dir": "overrides"}),
        ("theme: {name: material, custom_dir: mine}", "theme", {"name": "material", "custom_dir": "overrides"}),
        ("extra_css: [a.css]", "extra_css", ["a.css", "assets/stylesheets/briefs.css"]),
        ("extra: {}", "extra_css", ["assets/stylesheets/briefs.css"]),
        ("docs_dir: pages", "docs_dir", None),
        ("site_dir: public", "site_dir", None),
        ("edit_uri: x", "edit_uri", None),
        ("nav: [a.md, {B: b.md}]", "nav", ["a.md", {"B": "b.md"}]),
        ("not_in_nav: |\n  /mine/\n", "not_in_nav", "/mine/\n/briefs/\n"),
        ("extra: {}", "not_in_nav", "/briefs/\n"),
        ("extra: {mine: x}", "extra", {"mine": "x", "frame": TOLD}),
        ("copyright: 1997-08-29", "copyright", yaml.safe_load("1997-08-29")),
        ('site_url: !ENV [SITE_URL, "https://x/"]', "site_url", ("!ENV", ["SITE_URL", "https://x/"])),
    ],
)
def test_settings_without_our_plugin(config: str, name: str, value: object) -> None:
    found = yaml.load(config_without_plugin(f"{HEAD}{config}\n", TOLD, ["/briefs/"]), Tags).get(name)
    if isinstance(found, tuple):
        found = (found[0], [node.value for node in found[1]])
    assert found == value


def test_a_page_is_a_file_whose_head_themes_may_print_as_it_is() -> None:
    page = Page("briefs/2021/x/", "A <b> & “c”: d", 'e: "f" </title>', "# A\n\nText\n")
    head, body = markdown_file(page).removeprefix("---\n").split("---\n\n", 1)
    assert yaml.safe_load(head) == {"title": "A &lt;b&gt; &amp; “c”: d", "description": "e: &quot;f&quot; &lt;/title&gt;"}
    assert (page.uri, body) == ("briefs/2021/x.md", "# A\n\nText\n")


@pytest.mark.parametrize("title", ["---", "- x", "null", "2021-11-16", "a: b", "#x", "x" * 300, "\u2028", "é"])
def test_any_title_is_read_as_the_same_text(title: str) -> None:
    head = markdown_file(Page("a/", title, title, "# A\n")).split("---\n\n# A")[0]
    assert yaml.safe_load(head.removeprefix("---\n")) == {"title": title, "description": title}


@pytest.mark.parametrize(
    ("old", "new", "file", "link"),
    [
        ("briefs/2021/old/", "briefs/2021/new/", "briefs/2021/old/index.html", "../new/"),
        ("briefs/2020/old/", "briefs/2021/new/", "briefs/2020/old/index.html", "../../2021/new/"),
        ("actors/a/b/", "actors/c/", "actors/a/b/index.html", "../../c/"),
        ("a/", "", "a/index.html", "../"),
    ],
)
def test_an_old_address_leads_to_the_new_one(old: str, new: str, file: str, link: str) -> None:
    name, html = redirect_file(Redirect(old, new))
    assert name == file
    assert html.count(f'="{link}"') == 2
    assert f'content="0; url={link}"' in html
