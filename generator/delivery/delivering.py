"""Delivers a site: finds what changed, has that made, and puts the new site in the place of the old one."""

import os
import re
from collections.abc import Mapping, Set
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator.delivery.beside import ASIDE, NEXT, Beside
from generator.delivery.exchange import recover
from generator.delivery.gathering import Gathered, Make, gather
from generator.delivery.ground import discard
from generator.delivery.manifest import MANIFEST, sums, version
from generator.delivery.piecewise import Piecewise, finish
from generator.delivery.standing import Standing, keep_only, record, standing, strangers
from generator.delivery.workshop import Say, Undelivered, workshop, workshop_of

_NAME = re.compile(r"(?![A-Za-z]:)(?!\.briefs-new/)(?:(?!\.\.?(?:/|$))[^/\\\x00-\x1f\x7f]+(?:/(?!$)|$))+")


@dataclass(frozen=True, slots=True)
class Delivered:
    """What was done: the names of the files that were written and removed, and how many stayed as they were."""

    written: tuple[str, ...]
    removed: tuple[str, ...]
    kept: int


def deliver(
    site: Path,
    files: Mapping[str, str],
    make: Make,
    *,
    cache: Path | None = None,
    fresh: bool = False,
    piecewise: bool = False,
    say: Say = lambda line: None,
) -> Delivered:
    """Make the folder `site` hold exactly these files, and their list `SHA256SUMS`.

    `files` maps the path of each file, with `/` between its parts, to the key of its content: any text without white space,
    another one whenever the content may have changed. `make` is asked, at most once, for the files whose keys are new or that
    somebody changed in the folder; with `fresh` for all. What it returns is held against what is there: equal files stay.

    The two folders change places in one step, where the system can do that; `piecewise` replaces file by file instead, in a
    folder that a container or a server holds open. `cache` is a folder for the program's notes where nothing can be written
    beside `site`. `say` is told, in a plain sentence, what the user should know. Hidden files at the top are left alone.

    Raises `Undelivered`, with the site as it was, where the folder cannot be written or belongs to something else.
    """
    site = site.resolve()
    try:
        with workshop(site, cache, say) as (shop, beside):
            recover(site, shop / ASIDE)
            finish(site, shop)
            now = standing(site, shop)
            if wrong := sorted(
                name for name in files.keys() - now.entries.keys() if name == MANIFEST or not _NAME.fullmatch(name)
            ):
                raise Undelivered(f"No file of a site can be called {wrong[0]!r}. Nothing was changed.")
            others = strangers(site, now, files)
            one_by_one = piecewise or not beside or others.more or os.path.ismount(site)
            new = Piecewise(site, shop) if one_by_one else Beside(site, shop, now)
            try:
                got = gather(site, now, files, make, new.put, fresh=fresh)
                going = (now.names - files.keys()) | set(others.going)
                _replace(new, got, going, set(others.staying), now, shop)
            except BaseException:
                new.drop()
                raise
    except OSError as error:
        raise Undelivered(
            f"{site} could not be written: {error.strerror or error}. The site that was there is as it was."
        ) from error
    if others.going:
        kept = f" They lie in {shop / NEXT} until the next change." if isinstance(new, Beside) else ""
        number = len(others.going)
        files_are = "A file that no build made was" if number == 1 else f"{number} files that no build made were"
        say(f"{files_are} removed from {site}: {others.going[0]}. What the site needs belongs in docs/.{kept}")
    return Delivered(tuple(sorted(got.written)), tuple(sorted(going)), len(got.entries) - len(got.written))


def _replace(new: Beside | Piecewise, got: Gathered, going: Set[str], staying: Set[str], now: Standing, shop: Path) -> None:
    """Put the new site in the place of the old one, if anything differs. The private list is there before the site is."""
    listed = sums(got.entries)
    changed = bool(got.written or going or listed != now.listed)
    if changed:
        if isinstance(new, Beside):
            new.complete(got, going, staying)
        new.put(MANIFEST, listed)
    if got.entries != now.entries:
        record(shop, version(listed), got.entries)
    if not changed:
        if got.touched and isinstance(new, Beside):
            new.forget()
        return
    if isinstance(new, Piecewise):
        new.replace(got.written, going)
    else:
        try:
            new.change_places()
        except OSError:  # a folder that is mounted, or that somebody holds open
            _replace_by_pieces(new, got, going, listed, shop)
    with suppress(OSError):
        if isinstance(new, Beside):
            new.keep_spare(version(listed))
        keep_only(shop, version(listed))


def _replace_by_pieces(new: Beside, got: Gathered, going: Set[str], listed: bytes, shop: Path) -> None:
    pieces = Piecewise(new.site, shop)
    try:
        times = pieces.take(new.root, [*got.written, MANIFEST])
        entries = got.entries | {name: got.entries[name]._replace(time=times[name]) for name in got.written}
        record(shop, version(listed), entries)
        pieces.replace(got.written, going)
    except BaseException:
        pieces.drop()
        raise
    new.drop()


def forget(site: Path) -> None:
    """Remove what the program noted about a site whose folder is going to be removed."""
    site = site.resolve()
    discard(workshop_of(site))
