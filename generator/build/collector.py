"""Lets Python's garbage collector rest while an edition is read: all that is read stays, and to find that out takes long."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collector(*, stays: bool = False) -> Iterator[None]:
    """Switch the garbage collector off for a while. What nobody refers to any more is still freed at once.

    What `stays` until the process ends is not looked at afterwards either.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if stays:
            gc.freeze()
        if was_on:
            gc.enable()


def settle(*, anew: bool) -> None:
    """Let the collector pass over all that is there now: it stays, and nobody should wait while thousands of files are looked at.

    With `anew`, something else has taken the place of what was there before, which is looked at once more and given back.
    """
    if anew:
        gc.unfreeze()
        gc.collect()
    gc.freeze()
