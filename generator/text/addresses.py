"""Addresses that would not lead where they seem to: user names before the host, characters nobody sees, look-alike letters.

A host can be written in the letters of any script, and letters of one script look like those of another: `аpple.com` with a
Cyrillic а is not `apple.com`. Such a host is shown in the form in which computers ask for it (IDNA, RFC 3490), where no two
look alike: `xn--pple-43d.com`.
"""

import re
import unicodedata
from functools import lru_cache
from urllib.parse import urlsplit

_HOST = re.compile(r"[^\s/?#\\@:%\[\]]+|[0-9a-f:.]+")
_SEEMS = re.compile(r"\s*(?:https?://|www\.)[^\s/?#]+", re.IGNORECASE)


def trick_in(address: str) -> str:
    """Say what is wrong with an address, so that it follows “an address that”; empty if nothing is."""
    plain = address.isascii() and address.isprintable()
    if not plain and any(unicodedata.category(sign)[0] in "CZ" for sign in address):
        return "holds a character which nobody sees"
    if address.lower().startswith("mailto:"):
        return ""
    user, host = _user_and_host(address)
    if user:
        return "has a user name before its host"
    return "" if _HOST.fullmatch(host) and _in_ascii(host) else "names no host that browsers find"


def real_host(address: str, shown: str = "") -> str:
    """Return the host to which an address leads, where readers would take it for another one; empty where they would not.

    That is where it is not in plain letters, and where the words that are `shown` for it are themselves an address, of
    another host.
    """
    host = _user_and_host(address)[1]
    plain = _in_ascii(host)
    if seems := _SEEMS.match(shown):
        told = seems[0].strip()
        if _bare(_user_and_host(told if "://" in told else f"https://{told}")[1]) != _bare(host):
            return plain
    return plain if plain != host or "xn--" in host else ""


def _user_and_host(address: str) -> tuple[bool, str]:
    """Tell whether an address has a user name, and return its host; empty where it has none that can be read."""
    try:
        parts = urlsplit(address)
        return "@" in parts.netloc, parts.hostname or ""
    except ValueError:
        return False, ""


def _bare(host: str) -> str:
    return host.rstrip(".").removeprefix("www.")


@lru_cache(maxsize=10_000)
def _in_ascii(host: str) -> str:
    """Return a host as computers ask for it; empty where it is none."""
    try:
        return host.encode("idna").decode("ascii").lower()
    except UnicodeError:  # too long, an empty part, or letters that no host may have
        return ""
