"""Pages as files: Markdown with front matter for any publisher, and small HTML files for old addresses."""

from html import escape
from posixpath import relpath

import yaml

from generator.outputs.host_headers import policy
from generator.pages import Page, Redirect
from generator.words import direction, words_for


def markdown_file(page: Page) -> str:
    """Return a page as a Markdown file.

    Themes print `title` and `description` from the front matter as they are, so both are escaped as HTML here. The rest is
    for our own theme, which escapes what it prints.
    """
    meta = {"title": escape(page.title), "description": escape(page.description), **dict(sorted(page.meta.items()))}
    front = yaml.dump(meta, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=2**31 - 1)
    return f"---\n{front}---\n\n{page.body}"


def redirect_file(redirect: Redirect) -> tuple[str, str]:
    """Return the path and the HTML of a file that leads from an old address to the new one, without script."""
    target = escape(f"{relpath(redirect.to or '.', redirect.address)}/")
    words = words_for(redirect.lang)
    moved = escape(words._("This page has moved."))
    html = (
        f'<!doctype html>\n<html lang="{escape(words.tag)}" dir="{direction(words.tag)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy())}">\n'
        f'<title>{moved}</title>\n<link rel="canonical" href="{target}">\n<meta name="robots" content="noindex">\n'
        f'<meta http-equiv="refresh" content="0; url={target}">\n</head>\n'
        f'<body><p>{moved} <a href="{target}">{escape(words._("Go to its new address"))}</a></p></body>\n</html>\n'
    )
    return f"{redirect.address}index.html", html
