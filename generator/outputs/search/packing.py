"""How an index lies in files: ascending numbers as the gaps between them, words by what they share with the one before.

Numbers are written in as few bytes as they need (LEB128: seven bits a byte, the lowest first).
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise


def number(value: int) -> bytes:
    """Write one number that is not negative."""
    found = bytearray()
    while value > 127:
        found.append(value & 127 | 128)
        value >>= 7
    found.append(value)
    return bytes(found)


def gaps(values: Sequence[int]) -> bytes:
    """Write ascending numbers, each as the gap to the one before."""
    return b"".join(number(value - before) for before, value in pairwise((0, *values)))


def postings(values: Sequence[int], bits: int) -> bytes:
    """Write numbers that ascend in all but their lowest `bits`, which go with the gap as they are."""
    found = bytearray()
    add, mask, before = found.append, (1 << bits) - 1, 0
    for value in values:
        left = value - before
        before = value & ~mask
        while left > 127:
            add(left & 127 | 128)
            left >>= 7
        add(left)
    return bytes(found)


def listed(words: Iterable[tuple[str, int]]) -> bytes:
    """Write sorted words, each with its number, one a line.

    Two digits (base 36) say how many letters it shares with the word before, and its number; the rest of it follows.
    """
    lines, before = [], ""
    for word, amount in words:
        shared = _shared(before, word)
        lines.append(f"{_DIGITS[shared]}{_DIGITS[min(amount, 35)]}{word[shared:]}\n")
        before = word
    return "".join(lines).encode() or b"\n"


def _shared(one: str, other: str) -> int:
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def part(name: bytes, data: bytes, amount: int) -> bytes:
    """Write one named part of a file: the lengths of name and data, how many numbers the data holds, and both."""
    return b"".join((number(len(name)), number(amount), number(len(data)), name, data))
