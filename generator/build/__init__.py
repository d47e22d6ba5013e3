"""From the files of a site to an edition that is checked, and from an edition to the files that a publisher takes."""

from generator.build.clock import YEARS, edition_day, epoch_of, wrong_epoch
from generator.build.folder import (
    ENDINGS,
    MARKER,
    gather,
    read_by_hand,
    read_settings,
    replace_files,
    state_of,
    traps_for_mkdocs,
)
from generator.build.frame import STYLES, frame
from generator.build.hands import ONE_HAND, hands
from generator.build.listing import read_bytes
from generator.build.live import in_words, is_here, keep_alive
from generator.build.markdown import markdown_file, redirect_file
from generator.build.pipeline import Checked, Inputs, cannot_open, read_edition, read_entry
from generator.build.preview import with_findings
from generator.build.printing import TIMINGS, PrintRun, addresses
from generator.build.project import looks, project, state_of_looks, theme_files, theme_folder
from generator.build.publication import Beside, Publication, announced, page_of, publication, ready
from generator.build.site import CACHE, NO_CACHE, read_site
from generator.build.versions import press_version, versions

__all__ = [
    "CACHE",
    "ENDINGS",
    "MARKER",
    "NO_CACHE",
    "ONE_HAND",
    "STYLES",
    "TIMINGS",
    "YEARS",
    "Beside",
    "Checked",
    "Inputs",
    "PrintRun",
    "Publication",
    "addresses",
    "announced",
    "cannot_open",
    "edition_day",
    "epoch_of",
    "frame",
    "gather",
    "hands",
    "in_words",
    "is_here",
    "keep_alive",
    "looks",
    "markdown_file",
    "page_of",
    "press_version",
    "project",
    "publication",
    "read_by_hand",
    "read_bytes",
    "read_edition",
    "read_entry",
    "read_settings",
    "read_site",
    "ready",
    "redirect_file",
    "replace_files",
    "state_of",
    "state_of_looks",
    "theme_files",
    "theme_folder",
    "traps_for_mkdocs",
    "versions",
    "with_findings",
    "wrong_epoch",
]
