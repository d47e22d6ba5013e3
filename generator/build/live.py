"""Keeps the live preview alive: what fails is told in the browser, and the next save is seen without a restart."""

from collections.abc import Callable, Iterable
from html import escape
from typing import Any, Protocol

Application = Callable[..., Iterable[bytes]]

AGAIN = b'<meta http-equiv="refresh" content="1">'
"""Lets a page load itself anew each second: those that say that something is missing know nothing of the next save."""

FAILED = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>The preview could not be built</title>
<body style="font: 1.1em/1.5 sans-serif; max-width: 45em; margin: 3em auto; padding: 0 1em">
<h1>The preview could not be built</h1>
<pre style="white-space: pre-wrap">{}</pre>
<p>Mend it and save the file: this page looks again every second. Nothing needs to be restarted.</p>
"""


class Server(Protocol):
    """What is used of the preview's server: how it builds, its error pages, and the WSGI application that answers (PEP 3333)."""

    builder: Callable[..., None]
    error_handler: Callable[[int], bytes | None]

    def get_app(self) -> Any:
        """Return the application that answers requests."""

    def set_app(self, application: Any) -> None:
        """Let another application answer requests."""


def keep_alive(server: Server, tell: Callable[[str], object]) -> None:
    """Let a build that fails answer every request with its failure, until one succeeds, and tell of it.

    Without this the server would wait for a build that never ends, and the browser with it.
    """
    build, answer, error_page = server.builder, server.get_app(), server.error_handler
    failure = ""

    def guarded() -> None:
        nonlocal failure
        try:
            build()
            failure = ""
        except (Exception, SystemExit) as error:  # MkDocs stops with either; a preview stops for none
            failure = str(error) or type(error).__name__
            tell(f"The preview could not be built: {failure}")

    def application(environ: dict[str, Any], start_response: Callable[..., object]) -> Iterable[bytes]:
        if not failure or environ["PATH_INFO"].startswith("/livereload/"):
            found: Iterable[bytes] = answer(environ, start_response)
            return found
        start_response("500 Internal Server Error", [("Content-Type", "text/html; charset=utf-8")])
        return [FAILED.format(escape(failure)).encode() + AGAIN]

    server.builder = guarded
    server.error_handler = lambda code: (error_page(code) or f"<title>{code}</title>{code}".encode()) + AGAIN
    server.set_app(application)
