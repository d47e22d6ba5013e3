"""What the tests of bad days share: files and folders that nobody can open, also for whoever may open everything."""

import os
from collections.abc import Iterator
from typing import Any

import pytest


def close(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    """Let the system refuse to open, list or let read every file and folder whose path ends so."""
    opened, listed, allowed = os.open, os.scandir, os.access

    def closed(path: object) -> bool:
        return str(path).endswith(names)

    def refuse_to_open(path: Any, *arguments: Any, **options: Any) -> int:
        if closed(path):
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *arguments, **options)

    def refuse_to_list(path: Any) -> Iterator[Any]:
        if closed(path):
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr(os, "open", refuse_to_open)
    monkeypatch.setattr(os, "scandir", refuse_to_list)
    monkeypatch.setattr(os, "access", lambda path, *mode, **options: not closed(path) and allowed(path, *mode, **options))
