"""A page that is ready to be published, and an old address that leads to one."""

from dataclasses import dataclass
from datetime import date as Date


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its address (relative to the site's root, with a final slash), its Markdown, and what a publisher needs.

    `title` and `description` are plain text: whoever writes them into a file escapes them. `file` is the file that an
    editor would open to change the page; `changed` the day of its last change; `previous` and `next` are addresses.
    """

    address: str
    title: str
    description: str
    body: str
    file: str = ""
    changed: Date | None = None
    previous: str = ""
    next: str = ""

    @property
    def uri(self) -> str:
        """The path of its Markdown file, as in `briefs/2021/truce.md`."""
        return uri_of(self.address)


@dataclass(frozen=True, slots=True)
class Redirect:
    """A former address and the one that it leads to; both relative to the site's root, with a final slash."""

    address: str
    to: str


def uri_of(address: str) -> str:
    """Return the path of the Markdown file whose page has this address."""
    return f"{address.rstrip('/')}.md" if address else "index.md"
