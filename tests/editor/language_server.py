"""An editor without a window: it starts the language server of VS Code's YAML extension and asks what an editor would ask."""

import json
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from queue import Empty, Queue
from threading import Thread, Timer
from typing import Any, BinaryIO

Message = dict[str, Any]

CAN = {
    "workspace": {"configuration": True, "workspaceFolders": True},
    "textDocument": {
        "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown", "plaintext"]}},
        "hover": {"contentFormat": ["markdown", "plaintext"]},
        "publishDiagnostics": {},
    },
}
"""What VS Code says that it can do, as far as the answers depend on it."""

LIMIT = 60.0
"""Seconds for one answer: no test waits for ever, and a busy computer is no fault."""


@dataclass
class Editor:
    """The editor's side of one running server, with a folder opened and its settings read."""

    process: subprocess.Popen[bytes]
    root: Path
    settings: Mapping[str, Any]
    received: Queue[Message | None] = field(default_factory=Queue)
    found: dict[str, list[Message]] = field(default_factory=dict)
    numbers: Iterator[int] = field(default_factory=count)

    def open(self, file: str, text: str) -> None:
        """Show a text as this file of the folder, which need not be on the disk."""
        document = {**self._named(file), "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})

    def problems(self, file: str) -> list[Message]:
        """Return what the server finds in a file that is open."""
        uri, end = self._named(file)["uri"], time.monotonic() + LIMIT
        while uri not in self.found:
            self._next(f"what is wrong in {file}", end)
        return self.found[uri]

    def ask_at(self, place: tuple[int, int], question: str, file: str) -> Any:
        """Ask about a place in a file that is open: its line and character, both counted from 0."""
        position = dict(zip(("line", "character"), place, strict=True))
        return self.ask(f"textDocument/{question}", {"textDocument": self._named(file), "position": position})

    def ask(self, method: str, params: object) -> Any:
        """Send a request and return the server's answer."""
        number, end = next(self.numbers), time.monotonic() + LIMIT
        self._send({"id": number, "method": method, "params": params})
        while "method" in (message := self._next(method, end)) or message["id"] != number:
            pass
        assert "error" not in message, (method, message)
        return message["result"]

    def tell(self, method: str, params: object) -> None:
        """Send what has no answer."""
        self._send({"method": method, "params": params})

    def start(self) -> None:
        """Open the folder, and return when the server has put its settings to use."""
        uri = self.root.as_uri()
        folders = [{"uri": uri, "name": self.root.name}]
        self.ask("initialize", {"processId": None, "rootUri": uri, "workspaceFolders": folders, "capabilities": CAN})
        self.tell("yaml/supportSchemaSelection", {})  # VS Code's extension says so too, and is told when the settings are in use
        self.tell("initialized", {})
        end = time.monotonic() + LIMIT
        while self._next("the settings", end).get("method") != "yaml/schema/store/initialized":
            pass

    def _named(self, file: str) -> dict[str, str]:
        return {"uri": (self.root / file).as_uri()}

    def _next(self, about: str, end: float) -> Message:
        """Take in one message of the server's, and answer it where it is a question."""
        try:
            message = self.received.get(timeout=max(0.0, end - time.monotonic()))
        except Empty:
            raise AssertionError(f"The language server was asked for {about} and gave no answer.") from None
        assert message is not None, f"The language server was asked for {about} and ended."
        method, params = message.get("method"), message.get("params", {})
        if method == "textDocument/publishDiagnostics":
            self.found[params["uri"]] = params["diagnostics"]
        elif method == "workspace/configuration":
            self._send({"id": message["id"], "result": [part(self.settings, item["section"]) for item in params["items"]]})
        else:
            # Above all no question for a schema that is not in the folder: an editor may be without network.
            assert "id" not in message or not method, f"The language server asks for {message}"
        return message

    def _send(self, message: Message) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        stuck = Timer(LIMIT, self.process.kill)  # a server that no longer reads
        stuck.start()
        with suppress(OSError):  # of a server that has ended: whoever waits for its answer will be told
            self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
            self.process.stdin.flush()
        stuck.cancel()


def part(settings: Mapping[str, Any], section: str) -> dict[str, Any]:
    """Return a section of VS Code's settings: `{"yaml.a.b": 1}` has the section `yaml`, which is `{"a": {"b": 1}}`."""
    found: dict[str, Any] = dict(settings.get(section, {}))
    for name, value in settings.items():
        if name.startswith(f"{section}."):
            *outer, last = name.removeprefix(f"{section}.").split(".")
            inside = found
            for key in outer:
                inside = inside.setdefault(key, {})
            inside[last] = value
    return found


@contextmanager
def opened(command: Sequence[str | Path], root: Path) -> Iterator[Editor]:
    """Start a language server, open a folder with the settings that it brings for VS Code, and stop the server at the end."""
    settings = json.loads((root / ".vscode/settings.json").read_text("utf-8"))
    with subprocess.Popen(command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin
        assert process.stdout
        editor = Editor(process, root, settings)
        listening = Thread(target=_receive, args=(process.stdout, editor.received), daemon=True)
        listening.start()
        try:
            editor.start()
            yield editor
        finally:
            process.kill()
            listening.join()
            with suppress(OSError):  # what it was still to read
                process.stdin.close()


def _receive(stream: BinaryIO, received: Queue[Message | None]) -> None:
    """Hand on every message; None says that there will be no more."""
    while head := stream.readline():
        length = int(head.removeprefix(b"Content-Length:"))
        while stream.readline().strip():  # other headers, up to the empty line
            pass
        received.put(json.loads(stream.read(length)))
    received.put(None)
