"""Changes for the summary of a pull request, in GitHub's and GitLab's Markdown. Nothing that an editor wrote is markup in it."""

from typing import Final

from generator.history.change import Change, Comparison, EntryChanges, How
from generator.history.report.parts import TAKEN_DOWN, details, former, heading, summary
from generator.reporters.parts.markup import code, inert

SIZE: Final = 900_000
"""How many bytes the report may take. GitHub refuses a summary of more than 1,048,576; the rest is for other lines."""


def report(found: Comparison, since: str, until: str, *, colour: bool = False, width: int = 100) -> str:
    """Return the changes as Markdown, without colour. Entries that would make it too large are left out, and counted."""
    blocks = [f"## What changed in meaning\n\n{inert(summary(found, since, until))}\n"]
    size, left = 1_000, 0  # room for the opening and the closing line
    for entry in found.entries:
        block = _entry(entry)
        length = len(block.encode("utf-8")) + 1
        if size + length > SIZE:
            left += 1
        else:
            size += length
            blocks.append(block)
    if left:
        blocks.append(f"There is no room here for the rest: {left} of {len(found.entries)}. `briefs changes` shows them.\n")
    return "\n".join(blocks)


def _entry(entry: EntryChanges) -> str:
    was = f" (was {code(former(entry))})" if entry.was else ""
    title = f"{inert(entry.title)}<br>" if entry.title else ""
    return f"### {title}{code(entry.file)}{was}\n\n" + "".join(_change(change) for change in entry.changes)


def _change(change: Change) -> str:
    head = heading(change)
    rows = [f"**{head[0].upper()}{head[1:]}**"]
    gone = "Before: " if change.after else ""
    if change.before:
        rows.append(f"{gone}<del>{inert(change.before)}</del>" if change.how is not How.WITHDRAWN else inert(change.before))
    if change.taken_down:
        rows.append(f"*{inert(TAKEN_DOWN)}*")
    if change.after:
        rows.append(f"Now: {inert(change.after)}" if change.before else inert(change.after))
    rows += [inert(told) for told in details(change)]
    return f"- {'<br>'.join(rows)}\n"
