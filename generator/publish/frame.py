"""What the theme needs beside the pages: one style sheet out of many, and the settings that its templates read."""

import re
from collections.abc import Mapping
from typing import Any

from generator.edition import Edition
from generator.outputs.host_headers import policy
from generator.words import direction
from generator.words.theme import words_of_the_theme

FOLDER = "assets/stylesheets/"
STYLES = f"{FOLDER}briefs.css"
"""The one style sheet that pages load."""
FIRST = ("tokens.css", "fonts.css", "base.css")
LAST = ("print.css",)
_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


def with_one_style_sheet(theme: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of a theme with its style sheets set into one, `STYLES`: what others build on first, paper last.

    One file is one request; its comments are for whoever works on it and stay behind.
    """
    sheets = {name.removeprefix(FOLDER): data for name, data in theme.items() if name.startswith(FOLDER)}
    between = sorted(set(sheets) - {*FIRST, *LAST})
    order = [name for name in (*FIRST, *between, *LAST) if name in sheets]
    whole = "\n".join(_COMMENT.sub("", sheets[name].decode()).strip() for name in order) + "\n"
    others = {name: data for name, data in theme.items() if not name.startswith(FOLDER)}
    return dict(sorted({**others, STYLES: whole.encode()}.items()))


def frame(edition: Edition, *, preview: bool = False) -> dict[str, Any]:
    """Return what the templates find at `config.extra.frame`: the policy, the site's language, the words of the theme."""
    site = edition.settings.options.language
    used = (edition.versions.language(key) for key, _ in edition.briefs_and_translations)
    return {
        "language": site,
        "direction": direction(site),
        "policy": policy(preview=preview),
        "words": words_of_the_theme(used, site),
    }
