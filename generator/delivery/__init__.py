"""Delivery: a set of files becomes the site's folder, whole or not at all.

Whatever happens to a build, be it killed, out of space or met by another one, readers find the old site or the new one.
Files that did not change keep their bytes and their times, so that a sync uploads what changed and nothing else; what is not
asked for is not made. The new site grows beside the old one from links to its files, and then the two folders change places.
"""

from generator.delivery.delivering import Delivered, deliver, forget
from generator.delivery.gathering import Make
from generator.delivery.manifest import MANIFEST
from generator.delivery.parts import NOTE, SHARD, Shard, assemble, part
from generator.delivery.workshop import IN_PLACE, Say, Undelivered

__all__ = [
    "IN_PLACE",
    "MANIFEST",
    "NOTE",
    "SHARD",
    "Delivered",
    "Make",
    "Say",
    "Shard",
    "Undelivered",
    "assemble",
    "deliver",
    "forget",
    "part",
]
