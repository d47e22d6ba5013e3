"""What Git remembers: the files of a revision, read from its database. Nothing is checked out, and nothing is written."""

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import click

_FETCH = (
    "This copy of the repository holds only the latest revisions. Get the others with `git fetch --unshallow`; in a GitHub "
    "workflow, give the checkout a `fetch-depth` of 0, on GitLab the job a `GIT_DEPTH` of 0."
)
_FILES = (b"100644", b"100755")
"""The modes of files. What else Git keeps are links, and other repositories."""


class Unanswered(click.ClickException):
    """Git cannot answer: it is not there, or what was asked for is not. Wrong usage, as a wrong option is."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Revision:
    """One commit. `called` is how the user named it."""

    commit: str
    called: str


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository around a folder; `prefix` is where the folder lies in it, empty or ending in a slash."""

    folder: Path
    prefix: str

    @classmethod
    def around(cls, folder: Path) -> "Repository":
        """Find the repository in which a folder lies; raise `Unanswered` where there is none."""
        return cls(folder, _git(folder, "rev-parse", "--show-prefix").decode("utf-8", "surrogateescape").rstrip("\n"))

    def revision(self, called: str) -> Revision:
        """Find the commit that a revision means (gitrevisions(7)); raise `Unanswered` where there is none."""
        asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{called}^{{commit}}")
        try:
            return Revision(_git(self.folder, *asked).decode("ascii").strip(), called)
        except Unanswered:
            shallow = _git(self.folder, "rev-parse", "--is-shallow-repository").strip() == b"true"
            more = f" {_FETCH}" if shallow else " `git log --oneline` lists the revisions, `git branch` the branches."
            raise Unanswered(f"There is no revision `{called}` here.{more}") from None

    def where_left(self, revision: Revision) -> Revision:
        """Return where the present branch left another one: what that one became since then is nobody's change here.

        Where nothing is known of that, as in a copy that holds only the latest revisions, it is that revision itself.
        """
        try:
            found = _git(self.folder, "merge-base", revision.commit, "HEAD").decode("ascii").strip()
        except Unanswered:
            return revision
        return Revision(found, revision.called)

    def files(self, revision: Revision, below: str, endings: tuple[str, ...]) -> dict[str, bytes]:
        """Return the files with these endings that a revision has at or below a path relative to the folder, by their path there.

        Links and what lies outside of the repository are left out.
        """
        wanted = os.path.normpath(f"{self.prefix}{below}").replace(os.sep, "/")
        if wanted.startswith("../"):
            return {}
        listed = _git(self.folder, "ls-tree", "-r", "-z", "--full-tree", revision.commit, "--", wanted)
        found: dict[str, str] = {}
        for line in listed.split(b"\0")[:-1]:
            about, _, path = line.partition(b"\t")
            mode, kind, name = about.split()
            file = path.decode("utf-8", "surrogateescape")
            if kind == b"blob" and mode in _FILES and file.lower().endswith(endings):
                found[file] = name.decode("ascii")
        texts = self._contents(sorted(set(found.values())))
        start = str(PurePosixPath(below))
        return {f"{start}{path.removeprefix(wanted)}": texts[name] for path, name in found.items() if name in texts}

    def _contents(self, names: list[str]) -> Mapping[str, bytes]:
        """Return what the database holds under these names, all in one go."""
        answer = _git(self.folder, "cat-file", "--batch", given="".join(f"{name}\n" for name in names).encode("ascii"))
        found: dict[str, bytes] = {}
        at = 0
        while at < len(answer):
            end = answer.index(b"\n", at)
            name, *about = answer[at:end].decode("ascii").split()
            at = end + 1
            if len(about) == 2:  # else it says that this one is missing
                size = int(about[1])
                found[name] = answer[at : at + size]
                at += size + 1
        return found


def _git(folder: Path, *words: str, given: bytes = b"") -> bytes:
    environment = {**os.environ, "LC_ALL": "C", "GIT_LITERAL_PATHSPECS": "1", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        result = subprocess.run(["git", *words], cwd=folder, env=environment, input=given, capture_output=True, check=False)
    except FileNotFoundError:
        raise Unanswered("Git is not installed here, or not found. What changed is known to Git alone.") from None
    if result.returncode == 0:
        return result.stdout
    said = result.stderr.decode("utf-8", "replace").strip()
    if "not a git repository" in said:
        raise Unanswered(f"{folder} lies in no Git repository. What changed is known to Git alone.")
    raise Unanswered(f"Git says: {said or f'it ended with {result.returncode}'}")
