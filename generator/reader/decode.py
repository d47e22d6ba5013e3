"""From bytes to characters: UTF-8 without a byte order mark, one kind of line end, no invisible control characters."""

import re
from dataclasses import dataclass

from generator.diagnostics import Diagnostic, Place, Severity
from generator.reader.limits import MAX_FINDINGS
from generator.reader.source import Source, span

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_BAD_BYTE = re.compile("[\udc80-\udcff]")
_HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""What YAML 1.2.2 (section 5.1) does not allow, and the rare line ends that YAML 1.1 and 1.2 read differently."""
_UNFIT = re.compile(f"{_BAD_BYTE.pattern}|{_HIDDEN.pattern}")
_OTHER_FILES = {
    b"PK\x03\x04": "a document of a word processor, or a packed folder,",
    b"\xd0\xcf\x11\xe0": "a document of a word processor",
    b"{\\rtf": "formatted text (RTF)",
    b"%PDF": "a PDF",
}
"""What files of other programs begin with."""
_SAVE_AS = "In most editors this is under Save As or Save with Encoding."


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text for people; the same with stand-ins, column for column, that the parser can digest; and the findings."""

    text: str
    source: Source
    findings: tuple[Diagnostic, ...]


def decode(data: bytes, file: str) -> Decoded:
    """Return the text of a file. What is not UTF-8 or not printable is a finding, and U+FFFD stands in for it."""
    if wide := _wide_encoding(data):
        message = f"The file is saved as {wide}; briefs are read as UTF-8."
        finding = Diagnostic("encoding", Severity.ERROR, message, Place(file), f"Save it again as UTF-8. {_SAVE_AS}")
        return Decoded("", Source(file, ()), (finding,))
    if other := next((what for start, what in _OTHER_FILES.items() if data.startswith(start)), ""):
        message = f"This is {other} and not plain text, whatever its name says."
        help = "Save it as plain text in UTF-8, or copy its words into a new file in a text editor."
        return Decoded("", Source(file, ()), (Diagnostic("encoding", Severity.ERROR, message, Place(file), help),))
    text = data.decode("utf-8", "surrogateescape").removeprefix("\ufeff")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    source = Source(file, tuple(text.split("\n")))
    if not _UNFIT.search(text):
        return Decoded(text, source, ())
    findings = [*_bad_bytes(source), *_hidden(source)]
    shown = _BAD_BYTE.sub("\ufffd", text)
    stand_in = _HIDDEN.sub("\ufffd", shown)
    return Decoded(shown, Source(file, tuple(stand_in.split("\n"))), tuple(findings))


def _wide_encoding(data: bytes) -> str:
    """Name the encoding of a file that spends two or four bytes on each letter; such files hold zero bytes at once."""
    if data.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return "UTF-32"
    looks_wide = len(data) > 1 and (data[0] == 0) != (data[1] == 0)
    return "UTF-16" if data.startswith(_UTF_16) or looks_wide else ""


def _bad_bytes(source: Source) -> list[Diagnostic]:
    """Report the first byte that is not UTF-8. The others have the same cause and are only counted."""
    places = [(n, m) for n, line in enumerate(source.lines) if not line.isascii() for m in _BAD_BYTE.finditer(line)]
    if not places:
        return []
    line, match = places[0]
    byte = ord(match.group()) - 0xDC00
    letter = bytes([byte]).decode("cp1252", "ignore")
    likely = (
        f", in which this character is {letter if letter in '“”' else f'“{letter}”'}" if letter.isprintable() and letter else ""
    )
    others = len(places) - 1
    there = "is one more such byte" if others == 1 else f"are {others} more such bytes"
    more = f" There {there} in the file." if others else ""
    return [
        source.fault(
            "encoding",
            span(line, match.start()),
            f"The byte {byte:02X} here is not UTF-8, the encoding that briefs are read in.{more}",
            f"The file was probably saved in an older encoding{likely}. Save it as UTF-8. {_SAVE_AS}",
        )
    ]


def _hidden(source: Source) -> list[Diagnostic]:
    """Report each line that holds invisible control characters, at the first of them."""
    findings: list[Diagnostic] = []
    for number, line in enumerate(source.lines):
        if len(findings) > MAX_FINDINGS:
            break
        if match := _HIDDEN.search(line):
            findings.append(
                source.fault(
                    "hidden-character",
                    span(number, match.start()),
                    f"An invisible control character (U+{ord(match.group()):04X}) stands here.",
                    "It often comes along when text is pasted. Delete it, or replace the line with the one below.",
                    (_BAD_BYTE.sub("\ufffd", _without_hidden(line)),),
                )
            )
    return findings


def _without_hidden(line: str) -> str:
    """Return a line without control characters; a line separator becomes a space, since it stood between two words."""
    return _HIDDEN.sub("", re.sub("[\x0b\x0c\x85\u2028\u2029]", " ", line))
