"""What is wrong with the files of a site as files, before anybody looks into them: links, pipes, closed folders, odd names."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from generator.build.listing import MOST, Trap
from generator.diagnostics import Diagnostic, Place, Related, Severity
from generator.graphics.metadata import tells_where
from generator.model.names import fault_of, folded, is_broken

CLOSED = "unreadable-file"
LINK = "link-not-followed"
_WORDS = {
    Trap.LINK: (
        LINK,
        "This is a link to another place, and links are not followed.",
        "Put the file or the folder itself here, or delete the link.",
    ),
    Trap.NO_FILE: (
        CLOSED,
        "This is no file with words in it, but a pipe, a socket or a device.",
        "Delete it, or put a file in its place.",
    ),
    Trap.CLOSED: (
        CLOSED,
        "This file cannot be opened.",
        "See whether you may read it, and whether another program holds it.",
    ),
    Trap.CLOSED_FOLDER: (
        CLOSED,
        "This folder cannot be opened: nothing in it was read.",
        "See whether you may read it and open it.",
    ),
    Trap.GONE: (
        CLOSED,
        "This was renamed or deleted while the files were being read.",
        "Run this again once no other program changes the files.",
    ),
    Trap.TOO_LARGE: (
        "too-large",
        f"This file has more than {MOST:,} bytes.",
        "Put a smaller one in its place.",
    ),
    Trap.CHANGING: (
        CLOSED,
        "This file was written to each time that it was being read.",
        "Run this again once no other program changes the files.",
    ),
}


def of_traps(traps: Mapping[str, Trap]) -> Iterator[Diagnostic]:
    """Tell of each trap, by the name of what should have been a file."""
    for name, trap in traps.items():
        rule, message, help = _WORDS[trap]
        yield Diagnostic(rule, Severity.ERROR, message, Place(name), help=help)


def of_pictures(pictures: Iterable[tuple[str, bytes]]) -> Iterator[Diagnostic]:
    """Find pictures beside hand-written pages, which are published as they are, that say where they were taken."""
    for name, data in pictures:
        if tells_where(data):
            message = "This file says where the picture was taken, and it would be published as it is."
            help = "Save it anew without its location. `briefs explain picture-tells-more` says how."
            yield Diagnostic("picture-tells-more", Severity.ERROR, message, Place(name), help=help)


def of_names(names: Iterable[str], *, grave: bool) -> Iterator[Diagnostic]:
    """Find names of files and folders that other systems cannot keep.

    They are errors where `grave`, for names that become ids, and warnings elsewhere, but for those that no address can hold.
    """
    for name in names:
        last = name.rpartition("/")[2]
        if fault := fault_of(last):
            severity = Severity.ERROR if grave or is_broken(last) else Severity.WARNING
            help = "Rename it: letters, digits, hyphens and a dot before the ending are safe everywhere."
            yield Diagnostic("odd-name", severity, f"Its name {fault}.", Place(name), help=help)


def of_pairs(names: Iterable[str]) -> Iterator[Diagnostic]:
    """Find names in one folder that Windows and macOS take for one: there, one of the two files would be lost."""
    alike: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name in names:
        home, _, last = name.rpartition("/")
        alike[home, folded(last)].append(name)
    for first, *others in alike.values():
        for other in others:
            message = f"On Windows and macOS its name is the same as that of `{first}`: one of the two would be lost."
            related = (Related(Place(first), "The other one."),)
            yield Diagnostic("odd-name", Severity.ERROR, message, Place(other), help="Rename one of the two.", related=related)
