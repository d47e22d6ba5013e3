"""What the theme needs beside the pages: one style sheet out of many, and the settings that its templates read."""

import re
from collections.abc import Callable, Mapping

from jinja2 import pass_context
from jinja2.runtime import Context

from generator.outputs.host_headers import policy
from generator.words import words_for

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


def frame(*, preview: bool = False) -> dict[str, str]:
    """Return what the templates find at `config.extra.frame`."""
    return {"policy": policy(preview=preview)}


def said_in(site: str) -> Callable[[Context, str], str]:
    """Return the `_()` of the theme's templates: the language of the page that is being set, or else that of the site."""

    @pass_context
    def say(context: Context, message: str) -> str:
        page = context.get("page")
        return words_for(str((page.meta if page else {}).get("lang") or site), site).gettext(message)

    return say
