"""A small complete edition: every kind of entry, three briefs in one storyline, and one brief of each stage."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

DAY = "2021-12-01"
CONFIG = """\
site_name: The Small Desk
site_url: !ENV [SITE_URL, "https://desk.example.org/"]
site_description: A small edition.
edit_uri: !ENV [EDIT_URI, null]
plugins:
  - briefs:
      timezone: Asia/Yerevan
theme:
  name: material
  font: false
  features: [content.action.edit, navigation.footer]
extra:
  generator: false
markdown_extensions: [admonition, attr_list, md_in_html, tables, toc: {permalink: true}]
validation:
  nav: {omitted_files: warn, not_found: warn, absolute_links: warn}
  links: {not_found: warn, anchors: warn, absolute_links: warn, unrecognized_links: warn}
"""


def brief(title: str, date: str, more: str = "") -> str:
    """Return a brief that passes every check; `more` are further fields."""
    return f"""\
title: {title}
date: {date}
as_of: {date}
published: {date}
storyline: border
bottom_line: |
  {title}, the ministry said. [@report, says ministry, via wire]
what_happened: |
  It began at noon in [[town]]. [@report]
{more}"""


FILES = {
    "mkdocs.yml": CONFIG,
    "docs/about.md": "# About\n\nWho we are.\n",
    "docs/notes/method.md": "# Method\n\nBack [to us](../about.md).\n",
    "docs/assets/mark.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>\n',
    "briefs/2021/first-shots.yml": brief(
        "Shots were fired",
        "2021-11-14",
        "was: [2021/opening-fire]\n"
        "quotes:\n  denial:\n    by: ministry\n    cite: report\n    text: |\n      We did not fire\n"
        "disputes:\n  - question: Who fired first?\n    accounts:\n"
        "      - by: ministry\n        says: |\n          The other side did. [@report]\n"
        "      - by: neighbour\n        says: |\n          They did. [@report]\n"
        "unknowns:\n  - question: How many were hurt?\n    since: 2021-11-14\n"
        "watch:\n  - text: |\n      A statement. [@report]\n    due: 2021-12-20\n"
        "figures:\n  - measure: hurt\n    value: more than 6500\n    by: ministry\n    cite: report\n"
        "background:\n  - use: treaty\n    why: Its ground.\n",
    ),
    "briefs/2021/the-appeal.yml": brief("An appeal was made", "2021-11-16", "status: developing\n"),
    "briefs/2021/the-truce.yml": brief("A truce was agreed", "2021-11-17", "related:\n  - brief: the-appeal\n"),
    "briefs/2021/a-draft.yml": brief("A draft is being written", "2021-11-18", "stage: draft\n"),
    "briefs/2021/too-early.yml": brief("It is not yet time", "2021-11-19").replace("published: 2021", "published: 2022"),
    "briefs/2021/taken-back.yml": brief(
        "It was wrong",
        "2021-11-15",
        "stage: withdrawn\nwithdrawal:\n  date: 2021-11-20\n  why: |\n    The report was false. [@report]\n"
        "replaced_by: [the-appeal]\n",
    ),
    "briefs/storylines/border.yml": "title: The border\nsummary: |\n  A border is disputed. [@report]\n",
    "briefs/backgrounds/treaty.yml": "title: The treaty\nreviewed: 2021-11-01\nin_short: |\n  They signed a treaty. [@report]\n"
    "events:\n  - date: 1997-08-29\n    text: |\n      It was signed. [@report]\n",
    "briefs/actors/ministry.yml": "name: The Ministry\nkind: organisation\ndescription: a ministry\n",
    "briefs/actors/neighbour.yml": "name: The Neighbour\nkind: state\ndescription: a state\n",
    "briefs/places/town.yml": "name: The Town\nkind: town\n",
    "briefs/measures/hurt.yml": "title: People hurt\nunit: people\n",
    "briefs/publishers/wire.yml": "name: The Wire\nkind: agency\n",
    "briefs/publishers/paper.yml": "name: The Paper\nkind: newspaper\n",
    "briefs/terms/regained.yml": "preferred: regained\nwords: [liberated]\n"
    "why: |\n  One side says “liberated”, the other “occupied”.\n",
    "briefs/sources/report.yml": "publisher: paper\ntitle: A report\nurl: https://example.org/2021/11/14/report\n"
    "published: 2021-11-14\nkind: news\nrelays: [wire]\n",
}
SHOWN = ("first-shots", "the-appeal", "the-truce", "taken-back")
HELD_BACK = ("a-draft", "too-early")


def put(folder: Path, files: Mapping[str, str] = FILES) -> Path:
    """Write the files of a site; return its folder."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def stamped(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Return the bytes of every file below a folder with the time of their last change."""
    return {name: (data, (folder / name).stat().st_mtime_ns) for name, data in contents(folder).items()}


def run(module: str, *arguments: object, at: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a Python program (`generator`, `mkdocs`, `properdocs`) in a folder, in an environment that says nothing else."""
    ours = ("SITE_URL", "EDIT_URI", "SOURCE_DATE_EPOCH", "PYTHONHASHSEED", "TZ")
    plain = {name: value for name, value in os.environ.items() if name not in ours}
    return subprocess.run(
        [sys.executable, "-m", module, *(str(argument) for argument in arguments)],
        cwd=at,
        env={**plain, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
