"""Fixes files until nothing is left that can be fixed without doubt."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from generator import reader
from generator.diagnostics import Diagnostic, Span, in_order
from generator.fix.edits import Edit, apart, apply, original
from generator.fix.proposals import edit_of

Check: TypeAlias = Callable[[Mapping[str, bytes]], tuple[Diagnostic, ...]]
"""Finds what is wrong with the files of an edition, given by name."""

_ROUNDS = 100
"""A slip of layout hides what else is wrong in its file, so one round is not enough; no real file needs ten."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """What became of the files: those that changed, the findings that are mended, as they were, and those that are left."""

    files: Mapping[str, bytes]
    mended: tuple[Diagnostic, ...]
    left: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class _Change:
    finding: Diagnostic
    edit: Edit

    @property
    def name(self) -> tuple[str, str, str, str]:
        """What is the same in the next round, where lines may have moved."""
        return (self.finding.place.file, self.finding.rule, self.finding.message, self.edit.new)


def fix(files: Mapping[str, bytes], check: Check, wanted: Callable[[str], bool] = lambda file: True) -> Fixed:
    """Mend what can be mended without doubt in the files whose names are `wanted`.

    All changes of a file are tried at once, and where they do not stand the test together, one by one.
    """
    now, findings = dict(files), check(files)
    mended: list[Diagnostic] = []
    refused: set[tuple[str, str, str, str]] = set()
    singly: set[str] = set()
    for _ in range(_ROUNDS):
        changes = {
            file: found[:1] if file in singly else found
            for file in now
            if wanted(file) and (found := [c for c in _changes(file, now[file], findings) if c.name not in refused])
        }
        if not changes:
            break
        trial = now | {file: apply(original(now[file]), (c.edit for c in some)) for file, some in changes.items()}
        after = check(trial)
        good = {file for file, some in changes.items() if _is_good(now[file], trial[file], some, findings, after)}
        for file, some in changes.items():
            if file in good:
                mended += [change.finding for change in some]
            elif len(some) == 1:
                refused.add(some[0].name)
            else:
                singly.add(file)
        now |= {file: trial[file] for file in good}
        findings = after if len(good) == len(changes) else check(now)
    changed = {file: data for file, data in now.items() if data != files[file]}
    return Fixed(changed, tuple(mended), in_order(findings))


def _changes(file: str, data: bytes, findings: tuple[Diagnostic, ...]) -> list[_Change]:
    """Return the changes that would mend the findings of one file, without those that touch each other."""
    own = [finding for finding in findings if finding.place.file == file and (finding.fix or finding.corrected)]
    if not own:
        return []
    there, root = original(data), reader.read(data, file).root
    found: list[_Change] = []
    for finding in own:
        edit = edit_of(finding, there, root)
        if edit and apart([*(change.edit for change in found), edit]):
            found.append(_Change(finding, edit))
    return found


def _is_good(
    old: bytes, new: bytes, changes: list[_Change], before: tuple[Diagnostic, ...], after: tuple[Diagnostic, ...]
) -> bool:
    """Tell whether these changes of a file mend what they should, and nothing else changed by them."""
    file = changes[0].finding.place.file
    was, now = reader.read(old, file), reader.read(new, file)
    there, left = (Counter((f.rule, f.message) for f in some if f.place.file == file) for some in (before, after))
    meant = Counter((change.finding.rule, change.finding.message) for change in changes)
    if any(left[name] > there[name] - count for name, count in meant.items()):
        return False
    if was.diagnostics:
        return len(now.diagnostics) < len(was.diagnostics)
    if now.diagnostics or was.root is None or now.root is None:
        return False
    return _same_values(was.root, now.root, [change.edit for change in changes])


def _same_values(was: reader.Node, now: reader.Node, edits: list[Edit]) -> bool:
    """Tell whether two readings of a file hold the same keys and values in the same order, but for those that were edited."""
    removed = [edit.span for edit in edits if not edit.new]
    kept = [value for value in _scalars(was) if not any(_lies_in(value.span, gap) for gap in removed)]
    found = list(_scalars(now))
    if len(kept) != len(found):
        return False
    touched = [edit.span for edit in edits if edit.new]
    return all(
        (old.raw, old.value) == (new.raw, new.value) or any(_meet(old, span.line, span.column) for span in touched)
        for old, new in zip(kept, found, strict=True)
    )


def _lies_in(span: Span, gap: Span) -> bool:
    return (gap.line, gap.column) <= (span.line, span.column) and span.end_line < gap.end_line


def _meet(value: reader.Scalar, line: int, column: int) -> bool:
    span = value.span
    return (span.line, span.column) <= (line, column) < (span.end_line, max(span.end_column, 2))


def _scalars(node: reader.Node) -> Iterator[reader.Scalar]:
    """Yield the keys and values in the order of the file."""
    if isinstance(node, reader.Scalar):
        yield node
    elif isinstance(node, reader.Sequence):
        for item in node.items:
            yield from _scalars(item)
    else:
        for key, value in node.entries:
            yield key
            yield from _scalars(value)
