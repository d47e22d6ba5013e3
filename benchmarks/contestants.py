"""Who builds the same archive: this generator, and what a user would pick instead.

A contestant says what builds its site from the YAML files of a folder, what a build from nothing must not find, where its
site is, and how its live preview is started.
"""

import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.install import Peers

PEERS = Path(__file__).parent / "peers"
PLAIN = Path(__file__).parent / "plain"
AS_OF = "2026-11-25"
"""The edition date of all that is measured: time alone shall change nothing."""

Steps = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """A live preview: the command that starts it on a port, the file to edit in it, and its page."""

    command: Callable[[int], Sequence[str]]
    file: Path
    address: str


@dataclass(frozen=True, slots=True)
class Contestant:
    """One way to publish the archive."""

    name: str
    build: Steps
    """The commands that build the site; one that was built is built again over what is there."""
    site: Path
    made: tuple[Path, ...]
    """What its builds leave behind."""
    preview: Preview
    first: Path | None = None
    """A folder whose modules Python finds before all others."""

    def forget(self) -> None:
        """Remove what builds left behind, so that the next one is from nothing."""
        for path in self.made:
            shutil.rmtree(path, ignore_errors=True)


def briefs(folder: Path, brief: str) -> Contestant:
    """Return this generator, for the archive in a folder; `brief` is the file to edit in the preview."""
    preview = Preview(lambda port: _ours(folder, "serve", "--port", str(port)), folder / brief, f"{brief.removesuffix('.yml')}/")
    made = (folder / "site", folder / ".cache")
    return Contestant("briefs", (_ours(folder, "build"),), folder / "site", made, preview)


def plain(folder: Path, brief: str) -> Contestant:
    """Return this generator without its share images, which the others do not make either."""
    return replace(briefs(folder, brief), name="plain", first=PLAIN)


def stop_if_drawn(site: Path) -> None:
    """Stop the benchmark where share images were drawn after all."""
    if drawn := [path for path in site.glob("briefs/*/*/share.png") if path.stat().st_size > 100]:
        sys.exit(f"{len(drawn)} share images were drawn. Does {PLAIN.name}/sitecustomize.py still name what draws them?")


def check(folder: Path) -> Steps:
    """Return the command that checks the archive."""
    return (_ours(folder, "check"),)


def _ours(folder: Path, *words: str) -> tuple[str, ...]:
    """Return a command of this generator for the archive in a folder."""
    return (sys.executable, "-m", "generator", *words, "--config-file", str(folder / "mkdocs.yml"), "--as-of", AS_OF)


def mkdocs(folder: Path, place: Path, brief: str, peers: Peers) -> Contestant:
    """Return MkDocs with Material and its own search, over pages that a script writes into `place`."""
    place.mkdir(parents=True, exist_ok=True)
    shutil.copy(PEERS / "mkdocs.yml", place)
    pages = (str(peers.python), str(PEERS / "mkdocs_pages.py"), str(folder / "briefs"), str(place / "docs"))
    program, config = (str(peers.python), "-m", "mkdocs"), ("--config-file", str(place / "mkdocs.yml"))
    page = f"{brief.removesuffix('.yml')}.md"
    preview = Preview(
        lambda port: (*program, "serve", "--quiet", *config, "--dev-addr", f"127.0.0.1:{port}"),
        place / "docs" / page,
        f"{brief.removesuffix('.yml')}/",
    )
    made = (place / "docs", place / "site")
    return Contestant("mkdocs", (pages, (*program, "build", "--quiet", *config)), place / "site", made, preview)


def hugo(folder: Path, place: Path, brief: str, peers: Peers) -> Contestant:
    """Return Hugo, and Pagefind over its pages, over pages that a script writes into `place`."""
    shutil.copytree(PEERS / "hugo", place, dirs_exist_ok=True)
    pages = (str(peers.python), str(PEERS / "hugo_pages.py"), str(folder / "briefs"), str(place / "content"))
    program, search = (str(peers.hugo), "--quiet", "--source", str(place)), (str(peers.pagefind), "--site", str(place / "public"))
    preview = Preview(
        lambda port: (program[0], "server", *program[1:], "--bind", "127.0.0.1", "--port", str(port), "--baseURL", "/"),
        place / "content" / f"{brief.removesuffix('.yml')}.md",
        f"{brief.removesuffix('.yml')}/",
    )
    made = (place / "content", place / "data", place / "public", place / "resources")
    return Contestant("hugo", (pages, program, search), place / "public", made, preview)
