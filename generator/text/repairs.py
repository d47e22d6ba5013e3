"""What was meant by words that are nearly an id, or nearly a citation."""

import re
import unicodedata
from itertools import pairwise

ROLE = re.compile(r"(?:say|says|said|sais|via|through)", re.IGNORECASE)
"""What says, between a source and a name, who spoke or through whom it came."""


def id_from(words: str) -> str:
    """Return the id that these words most likely mean: `Security Council` is `security-council`."""
    letters = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9/]+", "-", letters).strip("-/")


def repaired(text: str) -> str:
    """Return a near-miss as a citation, where its parts can be told apart; else nothing.

    `[@ mt]`, `(@mt)`, `[mt says x]`, `[@mt, say x]`, `[@a, @b]`, `[@a and @b]`, `[@mt, says x, y]` have one reading each.
    """
    marks: list[dict[str, str]] = []
    role = "source"
    for token, following in pairwise((*re.findall(r"[@;,]|[^\s@;,]+", text.strip("[](){}［］ ")), "")):
        said = role in ("says", "via") and marks[-1]
        if said and role not in said and token == "@":  # the sign of a source before somebody who speaks
            continue
        if token in "@;" or not marks:
            if not marks or marks[-1].get("source"):
                marks.append({})
            role = "source"
        if ROLE.fullmatch(token.rstrip(":")):
            role = "via" if token.lower().rstrip(":") in ("via", "through") else "says"
            role = "unclear" if role in marks[-1] else role
        elif token == "," and said and role in said and following not in "@;," and not ROLE.fullmatch(following.rstrip(":")):
            marks.append({"source": said["source"]})  # a second speaker in the same source
        elif token == "," and role == "source":
            role = "unclear"
        elif token not in "@;," and not (token in ("and", "&") and following == "@"):
            marks[-1][role] = f"{marks[-1].get(role, '')} {token}"
    marks = [mark for mark in marks if mark]
    names = [{role: id_from(words) for role, words in mark.items()} for mark in marks]
    if not names or any(not mark.get("source") or "unclear" in mark or "" in mark.values() for mark in names):
        return ""
    words = {"source": "@", "says": ", says ", "via": ", via "}
    return f"[{'; '.join(''.join(words[role] + mark[role] for role in words if role in mark) for mark in names)}]"
