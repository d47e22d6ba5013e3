"""Names that every system can keep: what Linux takes, Windows and macOS may refuse or take for another name."""

import re
import unicodedata

LONGEST_NAME = 120
"""Characters of a name. File systems take 255 bytes, Windows 260 characters for a whole path, and pages lie deep."""

_DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?:\..*)?", re.IGNORECASE | re.DOTALL)
"""Names that Windows keeps for devices, whatever their ending (Microsoft, “Naming Files, Paths, and Namespaces”)."""
_JOINERS = "\u200c\u200d"
"""Two characters that nobody sees and that Persian and the scripts of India need."""
_PLAIN = re.compile(rf"(?=.{{1,{LONGEST_NAME}}}\Z)[A-Za-z0-9_-]+(?:[.]+[A-Za-z0-9_-]+)*")
"""What is nearly every name."""
_NOT_ON_WINDOWS = re.compile(r'[<>:"/\\|?*]')


def fault_of(name: str) -> str:
    """Return what is wrong with a name of a file, a folder or a part of an address, after “Its name”; empty if nothing is."""
    if _PLAIN.fullmatch(name) and not _DEVICE.fullmatch(name):
        return ""
    if any("\ud800" <= letter <= "\udfff" for letter in name):
        return "is not written in UTF-8"
    if any(unicodedata.category(letter) in ("Cc", "Cf", "Zl", "Zp") and letter not in _JOINERS for letter in name):
        return "holds a character that nobody can see"
    if found := _NOT_ON_WINDOWS.search(name):
        return f"holds `{found[0]}`, which Windows allows in no name"
    if name != name.strip(" ") or name.endswith("."):
        return "begins or ends with a space, or ends with a dot, which Windows drops"
    if _DEVICE.fullmatch(name):
        return "is one that Windows keeps for a device"
    if len(name) > LONGEST_NAME:
        return f"has {len(name)} characters, and at most {LONGEST_NAME} are safe everywhere"
    if not unicodedata.is_normalized("NFC", name):
        return "is written with letters and their accents apart (not in Unicode's form NFC), so that links to it miss it"
    return ""


def fault_in(path: str) -> str:
    """Return what is wrong with the first of the names in a path that some system cannot keep, as `fault_of` says it."""
    return next((told for name in path.split("/") if (told := fault_of(name))), "")


def is_broken(name: str) -> bool:
    """Tell whether a name holds what no address can: a control character, the end of a line, other bytes than UTF-8, a `\\`."""
    return "\\" in name or any(unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp") for letter in name)


def folded(name: str) -> str:
    """Return what two names share that Windows or macOS take for one: small and capital letters, and forms of Unicode."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
