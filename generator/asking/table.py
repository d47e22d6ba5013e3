"""Tables of answers: they look like mappings, and whoever reads one line of a table rests on that line alone."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Generic, TypeVar

Key = TypeVar("Key")
Line = TypeVar("Line")


class Table(Mapping[Key, Line], Generic[Key, Line]):
    """A mapping whose lines are asked for one by one: `line` tells one, or None where there is none, and `keys` all keys."""

    def __init__(self, line: Callable[[Any], Line | None], keys: Callable[[], Iterable[Key]]) -> None:
        self._tell = line
        self._keys = keys

    def _line(self, key: Any) -> Line | None:
        return None if key is None else self._tell(key)

    def __getitem__(self, key: Any) -> Line:
        found = self._line(key)
        if found is None:
            raise KeyError(key)
        return found

    def get(self, key: Any, default: Any = None) -> Any:
        """Return the line of a key, if there is one."""
        found = self._line(key)
        return default if found is None else found

    def __contains__(self, key: object) -> bool:
        return self._line(key) is not None

    def __iter__(self) -> Iterator[Key]:
        return iter(self._keys())

    def __len__(self) -> int:
        return sum(1 for _ in self._keys())
