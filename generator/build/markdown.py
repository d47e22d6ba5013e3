"""Pages as files: Markdown with front matter for any publisher, and small HTML files for old addresses."""

from html import escape
from posixpath import relpath

import yaml

from generator.pages import Page, Redirect


def markdown_file(page: Page) -> str:
    """Return a page as a Markdown file.

    Themes print `title` and `description` from the front matter as they are, so both are escaped as HTML here. The rest is
    for our own theme, which escapes what it prints.
    """
    meta = {"title": escape(page.title), "description": escape(page.description), **dict(sorted(page.meta.items()))}
    front = yaml.safe_dump(meta, allow_unicode=True, sort_keys=False, width=2**31)
    return f"---\n{front}---\n\n{page.body}"


def redirect_file(redirect: Redirect) -> tuple[str, str]:
    """Return the path and the HTML of a file that leads from an old address to the new one, without script."""
    target = escape(f"{relpath(redirect.to or '.', redirect.address)}/")
    html = (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>This page has moved</title>\n'
        f'<link rel="canonical" href="{target}">\n<meta name="robots" content="noindex">\n'
        f'<meta http-equiv="refresh" content="0; url={target}">\n</head>\n'
        f'<body><p>This page has moved: <a href="{target}">go to its new address</a>.</p></body>\n</html>\n'
    )
    return f"{redirect.address}index.html", html
