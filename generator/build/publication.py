"""All that a site publishes of an edition, for whoever puts it on disk: pages, the files beside them, and old addresses."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator import outputs
from generator.edition import Edition
from generator.pages import Page, Redirect, pages, redirects


@dataclass(frozen=True, slots=True)
class Publication:
    """The pages and redirects of an edition, and the other files of its site by their paths."""

    pages: tuple[Page, ...]
    redirects: tuple[Redirect, ...]
    files: Mapping[str, bytes]


def publication(edition: Edition) -> Publication:
    """Make everything that a site publishes of an edition, but for what its owner wrote by hand."""
    made = tuple(pages(edition))
    files = dict(outputs.files(edition, {page.address: page for page in made}))
    return Publication(made, tuple(redirects(edition)), dict(sorted(files.items())))
