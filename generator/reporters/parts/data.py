"""JSON that may be printed: no terminal acts on it, and no log of a workflow finds an order in it."""

import json


def as_data(document: object) -> str:
    """Return a JSON document on indented lines, all of it ASCII. What it holds is the same."""
    return without_orders(json.dumps(document, indent=2)) + "\n"


def without_orders(document: str) -> str:
    """Write the second of two `#` as its number: `##[error]` is an order anywhere in a line of a workflow's log."""
    return document.replace("##", "#\\u0023")
