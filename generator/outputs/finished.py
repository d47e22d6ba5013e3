"""What an output may know of a finished page."""

from collections.abc import Mapping
from typing import Any, Protocol


class Finished(Protocol):
    """What an output may know of a finished page; see `generator.pages.Page`."""

    @property
    def address(self) -> str:
        """Where the page is, relative to the site's root."""

    @property
    def title(self) -> str:
        """The title as plain text."""

    @property
    def description(self) -> str:
        """The description as plain text."""

    @property
    def body(self) -> str:
        """The Markdown of the page."""

    @property
    def meta(self) -> Mapping[str, Any]:
        """What the theme is told beside title and description."""
