"""What happens to files while they are previewed, drawn by lot: cut, spoilt, emptied, renamed, removed, replaced."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

from tests.build.small import CONFIG, FILES, put
from tests.build.test_pictures import images, picture

PICTURE = "briefs/2021/the-truce/a.jpg"
TEXTS = {**FILES, "briefs/2021/the-truce.yml": FILES["briefs/2021/the-truce.yml"] + images("a.jpg")}
BRIEFS = sorted(file for file in TEXTS if file.startswith("briefs/"))
DOCS = sorted(file for file in TEXTS if file.startswith("docs/"))
FOLDERS = ("briefs", "briefs/2021", "briefs/actors", "docs", "docs/notes")
SETTINGS = (
    CONFIG + "site_name: [\n",
    CONFIG + "plugins: [no-such-plugin]\n",
    CONFIG + "theme: {name: no-such-theme}\n",
    CONFIG + "docs_dir: nowhere\n",
    CONFIG.replace("timezone:", "briefs_dir: nowhere\n      timezone:"),
    CONFIG.replace("  - briefs:", "  - search:"),
    "",
    "\x00",
    "- a\n",
)
ENDS = (b"\xff\xfe", b"\n\t: [", b"[" * 5000, b"\ntitle: twice\n", b"x" * 1_200_000, "\u202e\x1b[31m".encode())


def mend(site: Path) -> None:
    """Put the whole site back as it was."""
    for path in site.iterdir():
        if path.name != ".cache":
            clear(path)
    put(site, TEXTS)
    (site / PICTURE).parent.mkdir(parents=True, exist_ok=True)
    (site / PICTURE).write_bytes(picture())


def clear(path: Path) -> None:
    """Take away whatever is at a path."""
    if path.is_dir() and not path.is_symlink():
        for below in (path, *path.rglob("*")):
            if below.is_dir() and not below.is_symlink():
                below.chmod(0o700)
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def edit(site: Path, chance: Random) -> str:
    """Let one thing happen to the site; return what."""
    kind, changes = chance.choices(
        ((BRIEFS, _brief), (DOCS, _page), (["mkdocs.yml"], _settings), (FOLDERS, _folder)), (12, 4, 2, 2)
    )[0]
    file, change = chance.choice(kind), chance.choice(changes)
    if (site / file).is_symlink() or (site / file).is_fifo():
        clear(site / file)  # nothing is written through a link, or into a pipe that nobody empties
    try:
        change(site / file, file, chance)
    except OSError as error:  # its folder is away, or something else is in its place: so it goes with edits
        return f"{change.__name__} {file}: {error.strerror}"
    return f"{change.__name__} {file}"


Change = Callable[[Path, str, Random], None]


def cut(path: Path, file: str, chance: Random) -> None:
    path.write_bytes(TEXTS[file].encode()[: chance.randrange(len(TEXTS[file]))])


def spoil(path: Path, file: str, chance: Random) -> None:
    text, at = TEXTS[file], chance.randrange(len(TEXTS[file]))
    path.write_bytes((text[:at] + chance.choice("\t:#[{'\"|>&*!%@`\x00\ufeff-") + text[at:]).encode())


def lengthen(path: Path, file: str, chance: Random) -> None:
    path.write_bytes(TEXTS[file].encode() + chance.choice(ENDS))


def swap(path: Path, file: str, chance: Random) -> None:
    path.write_bytes(TEXTS[chance.choice(BRIEFS)].encode())


def empty(path: Path, file: str, chance: Random) -> None:
    path.write_bytes(b"")


def restore(path: Path, file: str, chance: Random) -> None:
    if path.is_dir() or path.is_symlink() or (path.exists() and not path.is_file()):
        clear(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    other = path.with_name(f".{path.name}.new")  # as most editors save
    other.write_bytes(TEXTS[file].encode())
    other.replace(path)


def remove(path: Path, file: str, chance: Random) -> None:
    clear(path)


def rename(path: Path, file: str, chance: Random) -> None:
    path.rename(path.with_name(f"{chance.choice('abc')}-{path.name[-20:]}"))


def make_folder(path: Path, file: str, chance: Random) -> None:
    clear(path)
    path.mkdir()
    (path / path.name).write_text("x")


def make_link(path: Path, file: str, chance: Random) -> None:
    clear(path)
    path.symlink_to(chance.choice(("nowhere.yml", path.name, ".", "../..", "../places")))


def make_pipe(path: Path, file: str, chance: Random) -> None:
    clear(path)
    os.mkfifo(path)


def close(path: Path, file: str, chance: Random) -> None:
    path.chmod(0)


def open_again(path: Path, file: str, chance: Random) -> None:
    path.chmod(0o755 if path.is_dir() else 0o644)


def set_wrong(path: Path, file: str, chance: Random) -> None:
    path.write_text(chance.choice(SETTINGS), "utf-8")


def move_away(path: Path, file: str, chance: Random) -> None:
    path.rename(path.with_name(f"{path.name}-away"))


def bring_back(path: Path, file: str, chance: Random) -> None:
    away = path.with_name(f"{path.name}-away")
    if away.exists() and not path.exists():
        away.rename(path)
    for name in TEXTS:
        if name.startswith(f"{file}/") and not (path / name[len(file) + 1 :]).exists():
            restore(path / name[len(file) + 1 :], name, chance)


_brief: tuple[Change, ...] = (
    *(cut, spoil, lengthen, swap, empty, restore, restore, restore),
    *(remove, rename, make_folder, make_link, make_pipe, close, open_again),
)
_page: tuple[Change, ...] = (cut, lengthen, empty, restore, restore, remove, rename, make_folder, close, open_again)
"""No links and no pipes: MkDocs reads these itself, a moment after they were found to be files."""
_settings: tuple[Change, ...] = (set_wrong, set_wrong, remove, make_folder, empty, restore, restore, restore, restore)
_folder: tuple[Change, ...] = (move_away, bring_back, bring_back, close, open_again, remove)
