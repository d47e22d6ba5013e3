"""Keeps the live preview alive: a rebuild that fails is told in the browser, and the next save builds again."""

from collections.abc import Callable, Iterable
from html import escape
from typing import Any, Protocol

Application = Callable[..., Iterable[bytes]]

FAILED = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="refresh" content="1">
<title>The preview could not be built</title>
<body style="font: 1.1em/1.5 sans-serif; max-width: 45em; margin: 3em auto; padding: 0 1em">
<h1>The preview could not be built</h1>
<pre style="white-space: pre-wrap">{}</pre>
<p>Mend it and save the file: this page looks again every second. Nothing needs to be restarted.</p>
"""


class Server(Protocol):
    """What is used of the server of the preview: how it builds, and the WSGI application that answers (PEP 3333)."""

    builder: Callable[..., None]

    def get_app(self) -> Any:
        """Return the application that answers requests."""

    def set_app(self, application: Any) -> None:
        """Let another application answer requests."""


def keep_alive(server: Server, tell: Callable[[str], object]) -> None:
    """Let a build that fails answer every request with its failure, until one succeeds, and tell of it.

    Without this the server would wait for a build that never ends, and the browser with it.
    """
    build, answer = server.builder, server.get_app()
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
        return [FAILED.format(escape(failure)).encode()]

    server.builder = guarded
    server.set_app(application)
