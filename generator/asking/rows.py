"""Rows of numbers, a great many of them: most lie in one long array, as they were read, those that changed beside it."""

from array import array
from itertools import accumulate


class Rows:
    """A row for each number from nought on, empty where none was set."""

    def __init__(self, ends: "array[int] | None" = None, flat: "array[int] | None" = None) -> None:
        """Take rows up that lie one after the other in `flat`; `ends` tells where each ends."""
        self.ends = array("I") if ends is None else ends
        self.flat = array("I") if flat is None else flat
        self._later: dict[int, array[int]] = {}

    def __getitem__(self, number: int) -> "array[int]":
        found = self._later.get(number)
        if found is not None:
            return found
        ends = self.ends
        return self.flat[ends[number - 1] if number else 0 : ends[number]] if number < len(ends) else array("I")

    def __setitem__(self, number: int, row: "array[int]") -> None:
        self._later[number] = row

    def add(self, number: int, one: int) -> None:
        """Let a row have one more."""
        self._own(number).append(one)

    def remove(self, number: int, one: int) -> None:
        """Take one out of a row that has it."""
        self._own(number).remove(one)

    def _own(self, number: int) -> "array[int]":
        found = self._later.get(number)
        if found is None:
            found = self._later[number] = self[number]
        return found

    def settle(self, size: int) -> None:
        """Lay all rows, `size` of them, one after the other."""
        ends, flat = array("I"), array("I")
        for number in range(size):
            flat.extend(self[number])
            ends.append(len(flat))
        self.ends, self.flat, self._later = ends, flat, {}


def turned(rows: Rows, size: int) -> Rows:
    """Return for each number the rows in which it is. The rows, `size` of them, must be settled."""
    counts = [0] * (size + 1)
    for one in rows.flat:
        counts[one + 1] += 1
    places = array("I", accumulate(counts))  # at first where each row starts, and in the end where it ends
    flat, start = array("I", bytes(rows.flat.itemsize * len(rows.flat))), 0
    for number, end in enumerate(rows.ends):
        for one in rows.flat[start:end]:
            flat[places[one]] = number
            places[one] += 1
        start = end
    return Rows(places[:-1], flat)
