"""Pages that are pressed are those that MkDocs would make, to the byte; and hand-written pages are still held against them."""

from pathlib import Path

from tests.build.small import CONFIG, DAY, FILES, brief, contents, put, run
from tests.site.conftest import EDIT, PUBLIC

NAV = """\
nav:
  - Home: index.md
  - Timeline: timeline.md
  - The appeal: briefs/2021/the-appeal.md
  - More: [about.md, notes/method.md, {Sources: sources.md}]
"""
LOOKS_ON = "def on_post_page(output, page, config):\n    return output\n"
MORE = {
    "briefs/2021/die-schuesse.yml": brief("Es fielen Schüsse", "2021-11-14", "lang: de\ntranslates: first-shots\n"),
    "docs/about.md": "# About\n\n[The shots](briefs/2021/first-shots.md#what-happened), [feed](feed.xml), [list](timeline.md).\n",
}


def built(source: Path, *, strict: bool = True) -> tuple[int, str]:
    words = ["build", *(["--strict"] if strict else []), "--as-of", DAY]
    done = run("generator", *words, at=source, SITE_URL=PUBLIC, EDIT_URI=EDIT)
    return done.returncode, done.stderr


def test_pages_are_those_that_mkdocs_makes(tmp_path: Path) -> None:
    pressed = put(tmp_path / "pressed", {**FILES, **MORE, "mkdocs.yml": CONFIG + NAV})
    looked_at = {"mkdocs.yml": f"{CONFIG}{NAV}hooks: [looks_on.py]\n", "looks_on.py": LOOKS_ON}
    by_mkdocs = put(tmp_path / "by-mkdocs", {**FILES, **MORE, **looked_at})
    assert [built(pressed, strict=False)[0], built(by_mkdocs, strict=False)[0]] == [0, 0]
    pages = contents(pressed / "site")
    assert pages == contents(by_mkdocs / "site")
    german = pages["briefs/2021/die-schuesse/index.html"].decode()
    assert '<html lang="de">' in german
    assert '<h2 id="what-happened">Was geschehen ist<' in german
    assert b'href="../briefs/2021/first-shots/#what-happened"' in pages["about/index.html"]


def test_a_link_to_a_heading_that_no_page_of_ours_has_is_found(tmp_path: Path) -> None:
    about = "# About\n\n[The shots](briefs/2021/first-shots.md#no-such-part)\n"
    status, said = built(put(tmp_path, {**FILES, "docs/about.md": about}))
    assert status == 1
    assert "does not contain an anchor '#no-such-part'" in said
    assert not (tmp_path / "site").exists()
