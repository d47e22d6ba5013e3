"""What the tests of the commands share: a small site, and the command line called in this process."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.build.small import DAY, put

Briefs = Callable[..., Result]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return put(tmp_path / "site")


@pytest.fixture
def briefs(site: Path, monkeypatch: pytest.MonkeyPatch) -> Briefs:
    """Call `briefs` in the folder of the site, on a fixed day unless the call names another; nothing may be raised."""
    monkeypatch.chdir(site)
    for name in ("SITE_URL", "EDIT_URI"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1638316800")
    assert DAY == "2021-12-01"

    def call(*arguments: object) -> Result:
        result = CliRunner().invoke(main, [str(argument) for argument in arguments], prog_name="briefs")
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return call
