"""The seal: by it a run tells what this user's earlier runs have kept from what came another way, such as in a pull request.

A cache lies in the folder of its site, and `.gitignore` keeps nobody from adding one to a repository. Whoever could do that could
let a check and a publication see other words than the files have that were reviewed. So what is kept bears a seal that only
this user can make, and without the right one it counts as not there.
"""

import hmac
import os
import secrets
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from platformdirs import user_state_path

SIZE = 32
"""Bytes of the key, and of a seal."""
SHARED = "BRIEFS_CACHE_KEY"
"""The variable of the environment by which machines that trust each other share a cache, such as a secret of a CI service."""


def key(folder: Path | None = None) -> bytes | None:
    """Return the key of this user, made when it is asked for first; None where none can be kept, so that nothing is believed.

    It lies in the user's own folder for what programs remember, never in that of a site; `folder` names another one. Where
    `SHARED` is set, the key follows from it.
    """
    if shared := os.environ.get(SHARED):
        return sha256(shared.encode()).digest()
    path = (folder or user_state_path("briefs")) / "seal"
    with suppress(OSError):
        if not path.is_file() or path.stat().st_size != SIZE:  # none, or what a full disk left of one
            _make(path)
        return path.read_bytes()
    return None


def _make(path: Path) -> None:
    """Write a new key where there is none. Of two runs that make one at once, the last wins, and the other reads it."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    own = path.with_name(f"{path.name}-{secrets.token_hex(8)}")
    own.touch(mode=0o600, exist_ok=False)
    own.write_bytes(secrets.token_bytes(SIZE))
    own.replace(path)


def sealed(key: bytes, *parts: bytes) -> bytes:
    """Return the seal of some bytes (HMAC-SHA-256, RFC 2104). What is in one part cannot move to its neighbour."""
    found = hmac.new(key, digestmod=sha256)
    for part in parts:
        found.update(len(part).to_bytes(8, "big"))
        found.update(part)
    return found.digest()


def fits(key: bytes, seal: bytes, *parts: bytes) -> bool:
    """Whether it is the seal of these bytes."""
    return hmac.compare_digest(seal, sealed(key, *parts))
