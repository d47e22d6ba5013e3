"""From the files of a site to an edition that is read, linked and checked."""

from generator.build.clock import YEARS, edition_day, epoch_of, wrong_epoch
from generator.build.collector import settle, without_collector
from generator.build.folder import (
    ENDINGS,
    MARKER,
    gather,
    missing_folders,
    read_by_hand,
    read_settings,
    replace_files,
    state_of,
    traps_for_mkdocs,
)
from generator.build.hands import ONE_HAND, hands, meanwhile
from generator.build.listing import Reader, read_bytes
from generator.build.pipeline import Checked, Inputs, cannot_open, read_edition, read_entry
from generator.build.site import CACHE, NO_CACHE, Site

__all__ = [
    "CACHE",
    "ENDINGS",
    "MARKER",
    "NO_CACHE",
    "ONE_HAND",
    "YEARS",
    "Checked",
    "Inputs",
    "Reader",
    "Site",
    "cannot_open",
    "edition_day",
    "epoch_of",
    "gather",
    "hands",
    "meanwhile",
    "missing_folders",
    "read_by_hand",
    "read_bytes",
    "read_edition",
    "read_entry",
    "read_settings",
    "replace_files",
    "settle",
    "state_of",
    "traps_for_mkdocs",
    "without_collector",
    "wrong_epoch",
]
