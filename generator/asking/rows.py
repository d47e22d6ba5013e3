"""Rows of numbers, a great many of them, which lie one behind the other in one long array."""

from array import array
from itertools import accumulate


class Rows:
    """A row for each number from nought on, empty where none was set."""

    def __init__(self, ends: "array[int] | None" = None, flat: "array[int] | None" = None) -> None:
        """Take rows up that lie one behind the other in `flat`; `ends` tells where each ends."""
        self.ends = array("I") if ends is None else ends
        self.flat = array("I") if flat is None else flat
        self._starts = array("I", (0,)) + self.ends[:-1] if self.ends else array("I")
        self._grown: dict[int, array[int]] = {}
        """The rows that had something added to them or taken out."""

    def __getitem__(self, number: int) -> "array[int]":
        if self._grown and (found := self._grown.get(number)) is not None:
            return found
        return self.flat[self._starts[number] : self.ends[number]] if number < len(self.ends) else array("I")

    def __setitem__(self, number: int, row: "array[int]") -> None:
        self._grown.pop(number, None)
        for places in (self._starts, self.ends):
            places.extend([0] * (number + 1 - len(places)))
        start = self._starts[number]
        if len(row) <= self.ends[number] - start:  # it takes the place of the earlier one
            self.flat[start : start + len(row)] = row
        else:
            start = self._starts[number] = len(self.flat)
            self.flat.extend(row)
        self.ends[number] = start + len(row)

    def add(self, number: int, one: int) -> None:
        """Let a row have one more."""
        self._own(number).append(one)

    def remove(self, number: int, one: int) -> None:
        """Take one out of a row that has it."""
        self._own(number).remove(one)

    def _own(self, number: int) -> "array[int]":
        found = self._grown.get(number)
        if found is None:
            found = self._grown[number] = self[number]
        return found

    def settle(self, size: int) -> None:
        """Lay all rows, `size` of them, one behind the other, and nothing between them."""
        ends, flat = array("I"), array("I")
        for number in range(size):
            flat.extend(self[number])
            ends.append(len(flat))
        Rows.__init__(self, ends, flat)


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
