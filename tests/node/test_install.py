"""What a stranger's computer gets from npm, and what it says when it can get nothing."""

import json
import shutil
from pathlib import Path

import pytest

from tests.node.install import HERE, NotInstalledError, packages

FILES = ("package.json", "package-lock.json", ".npmrc")


@pytest.mark.parametrize("folder", [HERE, HERE.parent / "audit"], ids=lambda folder: str(folder.name))
def test_every_package_is_pinned_with_a_hash_and_none_with_an_address(folder: Path) -> None:
    assert (folder / ".npmrc").read_bytes() == (HERE / ".npmrc").read_bytes()
    named = json.loads((folder / "package.json").read_text("utf-8"))["devDependencies"]
    locked = json.loads((folder / "package-lock.json").read_text("utf-8"))["packages"]
    assert locked.pop("") == {"devDependencies": named}
    assert {name: locked[f"node_modules/{name}"]["version"] for name in named} == named
    assert [name for name, package in locked.items() if not package.get("integrity", "").startswith("sha512-")] == []
    assert [name for name, package in locked.items() if "resolved" in package] == []


def test_what_is_installed_is_used_again_until_the_lock_changes() -> None:
    added = packages() / "added.txt"
    added.touch()
    try:
        assert packages() / "added.txt" == added
        assert added.exists()
    finally:
        added.unlink()


def test_without_network_a_person_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And what is there, of another lock, is not taken for what is wanted."""
    for name in FILES:
        shutil.copy(HERE / name, tmp_path)
    (tmp_path / "node_modules").mkdir()
    (tmp_path / "node_modules/.installed").write_text("another lock", "utf-8")
    monkeypatch.setenv("npm_config_registry", "http://127.0.0.1:9/")
    monkeypatch.setenv("npm_config_fetch_retries", "0")
    monkeypatch.setenv("npm_config_cache", str(tmp_path / "cache"))
    with pytest.raises(NotInstalledError, match=r"(?s)^The tests need .+ connected to the network\?.+ECONNREFUSED"):
        packages(tmp_path)
    with pytest.raises(NotInstalledError):  # nor is what is left of it
        packages(tmp_path)
