"""Sentences broken into lines of a given width, measured in terminal cells."""

from generator.reporters.parts.characters import visible, width_of


def wrap(text: str, room: int, first: int | None = None) -> tuple[str, ...]:
    """Break `text` into lines of at most `room` cells, the first one of at most `first`; hidden characters are shown.

    Line ends in `text` are kept. A word that is longer than a line, such as an address, stays whole, to be copied.
    """
    lines: list[str] = []
    for given in text.split("\n"):
        # Once more, because a line may now begin where an order to a workflow's log does.
        lines.extend(map(visible, _wrap_line(visible(given), room, room if lines or first is None else first)))
    return tuple(lines)


def _wrap_line(line: str, room: int, first: int) -> list[str]:
    done: list[str] = []
    current, used, limit = "", 0, first
    for number, word in enumerate(line.split(" ")):
        width = width_of(word)
        if number and used + 1 + width <= limit:
            current, used = f"{current} {word}", used + 1 + width
            continue
        if number:
            done.append(current.rstrip())
            limit = room
        current, used = word, width
    return [*done, current.rstrip()]
