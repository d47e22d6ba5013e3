"""Keeps the live preview alive: what fails is told in the browser, and the next save is seen without a restart.

It is for the editor at this computer alone. Drafts are shown in it, so it answers no other host name: a page elsewhere whose
name is made to lead to this computer (“DNS rebinding”) would otherwise read them.
"""

from collections.abc import Callable, Iterable
from html import escape
from ipaddress import ip_address
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

from watchdog.observers.api import BaseObserver

from generator.build.folder import read_settings
from generator.build.traps import CLOSED
from generator.diagnostics import Diagnostic
from generator.live.lookout import Lookout
from generator.live.showcase import Showcase

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
ELSEWHERE = b"This preview is for this computer alone. Open it as http://localhost or http://127.0.0.1, with its port.\n"


class Server(Protocol):
    """What is used of the preview's server: how it builds and looks, its error pages, and what answers (WSGI, PEP 3333)."""

    builder: Callable[..., None]
    error_handler: Callable[[int], bytes | None]
    observer: Any
    """Looks at the files (`BaseObserver`, or our `Lookout`)."""
    root: str
    """The folder that it shows."""
    mount_path: str
    """How the addresses of all files begin."""

    def get_app(self) -> Any:
        """Return the application that answers requests."""

    def set_app(self, application: Any) -> None:
        """Let another application answer requests."""

    def watch(self, path: str, func: None = None, *, recursive: bool = True) -> None:
        """Build anew when a file below a path changes."""

    def unwatch(self, path: str) -> None:
        """Take back `watch`."""


def keep_alive(
    server: Server, tell: Callable[[str], object], config_file: Path, showcase: Showcase, follow: Callable[[], bool]
) -> None:
    """Let a build that fails answer every request with its failure, until one succeeds, and tell of it.

    Without this the server would wait for a build that never ends, and the browser with it. What is asked for is put into the
    `showcase`; a change that can be followed without a build is.
    """
    build, answer, error_page = server.builder, server.get_app(), server.error_handler
    failure, turn = "", 0

    def guarded() -> None:
        nonlocal failure, turn
        failure = ""
        try:
            wrong = in_words(found for found in read_settings(config_file)[2] if found.rule == CLOSED)
            with showcase.busy:
                if not wrong and not follow():
                    build()
        except (Exception, SystemExit) as error:  # MkDocs stops with either; a preview stops for none
            wrong = _reason(error)
        server.observer.look()  # else nobody would see that what was read was otherwise before, and is again soon after
        if wrong:
            tell(f"The preview could not be built: {wrong}")
        failure = wrong
        turn += 1

    def application(environ: dict[str, Any], start_response: Callable[..., object]) -> Iterable[bytes]:
        if not is_here(environ.get("HTTP_HOST", "")):
            start_response("421 Misdirected Request", [("Content-Type", "text/plain; charset=utf-8")])
            return [ELSEWHERE]
        address = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if address.startswith("/livereload/"):
            return list(answer(environ, start_response))
        wrong, said = "", list[Any]()
        while not (failure or wrong):
            began = turn
            try:
                showcase.bring(address)
            except Exception as error:  # whoever waits for the page is told why there is none
                wrong = _reason(error)
                continue
            found: Iterable[bytes] = answer(environ, lambda *words: said.append(words))
            if began == turn:  # else this is what was there before a save, and the browser would take it for new
                start_response(*said[-1])
                return found
        start_response("500 Internal Server Error", [("Content-Type", "text/html; charset=utf-8")])
        return [FAILED.format(escape(failure or wrong)).encode() + AGAIN]

    showcase.stand(Path(server.root), server.mount_path)
    server.builder = guarded
    server.error_handler = lambda code: (error_page(code) or f"<title>{code}</title>{code}".encode()) + AGAIN
    server.set_app(application)
    _look_again(server)


def _reason(error: BaseException) -> str:
    """Say why a build failed. MkDocs stops with the words “Aborted with a BuildError!” while it handles what happened."""
    if isinstance(error, SystemExit) and error.__context__:
        error = error.__context__
    return str(error) or type(error).__name__


def is_here(host: str) -> bool:
    """Tell whether a host, with or without its port (RFC 9110, section 7.2), can be no other than this computer."""
    try:
        name = urlsplit(f"//{host}").hostname or ""
        return "@" not in host and (name == "localhost" or ip_address(name).is_loopback)
    except ValueError:
        return False


def in_words(findings: Iterable[Diagnostic]) -> str:
    """Say findings in lines of their own."""
    return "\n".join(f"{found.place.file}: {found.message} {found.help}" for found in findings)


def _look_again(server: Server) -> None:
    """Let our own lookout look at what the server watches already, and at all that it will."""
    before: BaseObserver = server.observer
    found = [emitter.watch for emitter in before.emitters]
    watches = [(getattr(watch, "raw_path", watch.path), watch.is_recursive) for watch in found]
    for path, _ in watches:
        server.unwatch(path)
    server.observer = Lookout()
    for path, recursive in watches:
        server.watch(path, recursive=recursive)
