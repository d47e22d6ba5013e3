"""The seal: one key a user, kept where no site lies, and nothing that was changed or made elsewhere bears it."""

import os
import stat
from pathlib import Path

import pytest

from generator.build.seal import SIZE, fits, key, sealed


def test_a_user_has_one_key_that_only_they_can_read(tmp_path: Path) -> None:
    first = key(tmp_path / "new" / "state")
    assert first
    assert len(first) == SIZE
    assert first == key(tmp_path / "new" / "state") != key(tmp_path / "another")
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / "new/state/seal").stat().st_mode) == 0o600


@pytest.mark.parametrize("content", [b"", b"short", b"x" * 100])
def test_what_is_no_key_gives_way_to_one(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "seal").write_bytes(content)
    assert len(key(tmp_path) or b"") == SIZE
    assert key(tmp_path) == key(tmp_path)


def test_where_nothing_can_be_kept_there_is_no_key(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", "utf-8")
    assert key(tmp_path / "file") is None


@pytest.mark.parametrize(
    "other", [(b"name", b"lines"), (b"names", b"line"), (b"nam", b"eline"), (b"nameline",), (b"line", b"name")]
)
def test_only_the_very_same_bytes_bear_the_seal(other: tuple[bytes, ...]) -> None:
    seal = sealed(b"k" * SIZE, b"name", b"line")
    assert fits(b"k" * SIZE, seal, b"name", b"line")
    assert not fits(b"k" * SIZE, seal, *other)
    assert not fits(b"K" * SIZE, seal, b"name", b"line")
