"""The kinds of value that the fields of a form take: lines, prose, ids, addresses, times and amounts.

Each is a type that checks itself, says in the editor's words what it expected, and describes itself in the JSON Schema.
"""

import re
from dataclasses import dataclass
from datetime import date as Date
from functools import partial
from typing import Annotated, Any, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, GetCoreSchemaHandler, StrictBool, WithJsonSchema
from pydantic_core import PydanticCustomError, core_schema

from generator import text as textlanguage
from generator.model.likely import date_advice, likely_time, sure_date, time_advice
from generator.model.names import fault_in

LONGEST_LINE = 300
LONGEST_HEADLINE = 140
LONGEST_PROSE = 20_000
TOPICS = 20
"""The most topics of an entry: each gets a page of its own, and a brief is about three or four things."""
LONGEST_ADDRESS = 2_000
ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"


def fault(expected: str, help: str = "", instead: str = "") -> PydanticCustomError:
    """Make the error that a value raises about itself: what was expected, after “takes”, and what to do.

    `instead` is the value that was meant, where there is no doubt about it.
    """
    return PydanticCustomError("form", "{expected}", {"expected": expected, "help": help, "instead": instead})


def wrong(says: str, help: str, *, at: str = "") -> PydanticCustomError:
    """Make the error whose words say all: `says` follows the name of the part, `at` is the field in it to point at."""
    return PydanticCustomError("said", "{says}", {"says": says, "help": help, "at": at})


def a(noun: str) -> str:
    """Return a noun with its article."""
    return f"an {noun}" if noun[:1] in "aeiou" else f"a {noun}"


def typed(value: Any) -> Any:
    """Return a number as the characters that the editor typed, and anything else as it is."""
    return value if isinstance(value, str | bool) else getattr(value, "raw", value)


_FILL_IN = "Fill it in, or delete the field if it is not needed."


def _line(value: Any, longest: int = LONGEST_LINE) -> str:
    value = typed(value)
    if not isinstance(value, str):
        raise fault("a line of text")
    words = " ".join(value.split())
    if not words:
        raise fault("some words", _FILL_IN)
    if len(words) > longest:
        raise too_long(longest, words)
    return words


def too_long(longest: int, words: str) -> PydanticCustomError:
    """Make the error of a text that is too long."""
    return wrong(f"takes at most {longest:,} characters, and has {len(words):,}", "Shorten it.")


Line = Annotated[str, BeforeValidator(_line), WithJsonSchema({"type": "string", "minLength": 1, "maxLength": LONGEST_LINE})]
"""One line of plain text: no markup; white space is closed up."""

Headline = Annotated[
    str,
    BeforeValidator(partial(_line, longest=LONGEST_HEADLINE)),
    WithJsonSchema({"type": "string", "minLength": 1, "maxLength": LONGEST_HEADLINE}),
]
"""A line that is short enough for a heading, a list and a browser's tab."""


def _verbatim(value: Any) -> str:
    value = typed(value)
    if not isinstance(value, str):
        raise fault("the words as they were printed")
    if not value.strip():
        raise fault("the words as they were printed", "Write them in a `|` block.")
    if len(value) > LONGEST_PROSE:
        raise too_long(LONGEST_PROSE, value)
    return value.strip()


Verbatim = Annotated[
    str, BeforeValidator(_verbatim), WithJsonSchema({"type": "string", "minLength": 1, "maxLength": LONGEST_PROSE})
]
"""Words exactly as they were printed: nothing in them is markup."""


@dataclass(frozen=True, slots=True)
class Prose:
    """A text in the small text language, parsed. `source` is what the editor typed."""

    source: str
    text: textlanguage.Text

    def __hash__(self) -> int:
        return hash(self.source)  # the tree follows from it

    def __fingerprint__(self) -> str:
        return self.source

    @classmethod
    def of(cls, value: Any) -> Self:
        """Parse what an editor typed; raise `fault` where it is no text at all."""
        value = typed(value)
        if not isinstance(value, str):
            raise fault("a text", "Write it in a `|` block.")
        if not value.strip():
            raise fault("a text", _FILL_IN)
        if len(value) > LONGEST_PROSE:
            raise too_long(LONGEST_PROSE, value)
        return cls(value, textlanguage.parse(value))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(
            lambda value: value if isinstance(value, cls) else cls.of(value),
            json_schema_input_schema=core_schema.str_schema(min_length=1, max_length=LONGEST_PROSE),
        )


def _id(value: Any) -> str:
    value = typed(value)
    if isinstance(value, str) and re.fullmatch(ID, value):
        return kept_everywhere(value)
    likely = textlanguage.id_from(value).replace("/", "-") if isinstance(value, str) else ""
    raise fault("an id: small letters, digits and hyphens", f"Write `{likely}`." if likely else "", likely)


def kept_everywhere(path: str) -> str:
    """Return a name that every system can keep; raise `fault` where one cannot."""
    if told := fault_in(path):
        raise wrong(f"names a file or a folder, and that name {told}", "Choose another one.")
    return path


Id = Annotated[str, BeforeValidator(_id), WithJsonSchema({"type": "string", "pattern": ID})]
"""The id of something in this file."""


OLD_ID = r"^[A-Za-z0-9][A-Za-z0-9._~-]*(/[A-Za-z0-9][A-Za-z0-9._~-]*)*$"


def _old_id(value: Any) -> str:
    value = typed(value)
    name = value.strip().strip("/").removesuffix(".yml") if isinstance(value, str) else ""
    if re.fullmatch(OLD_ID, name):
        return kept_everywhere(name)
    raise fault("the old id of this page, as in 2021/old-file-name", "It is the last part of the old address.")


OldId = Annotated[str, BeforeValidator(_old_id), WithJsonSchema({"type": "string", "pattern": OLD_ID})]
"""A former id, from which an address is made: nothing in it can lead out of the site."""


def _bare_address(words: str) -> str:
    """Return the one address among brackets and quotation marks, as in `<https://…>`; empty where there is none."""
    found = re.findall(r"https?://[^\s<>()\[\]\"'“”„‘’«»]+", words)
    return found[0] if len(found) == 1 else ""


def _address(value: Any) -> str:
    if not isinstance(value, str):
        raise fault("a web address")
    parts = _split(value)
    if parts is None or parts[0] not in ("http", "https"):
        whole = re.fullmatch(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:/\S*)?", value, re.IGNORECASE)
        likely = f"https://{value}" if whole else _bare_address(value)
        advice = f"Write `{likely}`." if likely else "Copy it from the browser's address line."
        raise fault("a web address that starts with https:// or http://", advice, f"https://{value}" if whole else "")
    if re.search(r"[\s<>\"\\\x00-\x1f\x7f]", value):
        raise fault("one web address without blanks or brackets", "Copy it again from the browser's address line.")
    if value.endswith((",", ";")):
        raise wrong(f"ends with a `{value[-1]}`, which is no part of an address", "Take it out.")
    if "@" in parts[1]:
        raise fault("a web address without a user name", "Take out what stands before the @.")
    if len(value) > LONGEST_ADDRESS:
        raise too_long(LONGEST_ADDRESS, value)
    if told := textlanguage.trick_in(value):
        raise wrong(f"is an address that {told}", "Copy it again from the browser's address line.")
    return value


def _split(value: str) -> tuple[str, str] | None:
    try:
        parts = urlsplit(value)
        return (parts.scheme.lower(), parts.netloc) if parts.hostname else None
    except ValueError:
        return None


Address = Annotated[str, BeforeValidator(_address), WithJsonSchema({"type": "string", "format": "uri", "pattern": "^https?://"})]
"""A web address: http or https, without credentials (RFC 3986)."""


def _day(value: Any) -> Date:
    if isinstance(value, Date):
        return value
    value = typed(value)
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
        try:
            return Date.fromisoformat(value)
        except ValueError:
            raise no_such_day(value) from None
    if not isinstance(value, str):
        raise fault("a day, as in 2021-11-16")
    raise fault("a day, as in 2021-11-16", date_advice(value, day=True), sure_date(value, day=True))


def no_such_day(written: str) -> PydanticCustomError:
    """Make the error of a date that has the right form but no place in the calendar."""
    return wrong(f"says {written}, which the calendar does not have", "Check the date against the source.")


Day = Annotated[Date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
"""A calendar day, ISO 8601."""

TIME = r"^([01]\d|2[0-3]):[0-5]\d(Z|[+-](0\d|1[0-4]):[0-5]\d)$"


def _time(value: Any) -> str:
    if isinstance(value, str) and re.fullmatch(TIME, value, re.ASCII):
        return value
    likely = likely_time(value) if isinstance(value, str) else ""
    advice = time_advice(value if isinstance(value, str) else "")
    sure = re.fullmatch(TIME, likely) and not re.search(r"\d:\d\d:\d", value)  # seconds are not ours to drop
    raise fault("a time with its offset from UTC, as in 13:00+04:00", advice, likely if sure else "")


Time = Annotated[str, BeforeValidator(_time), WithJsonSchema({"type": "string", "pattern": TIME})]
"""A time of day with its offset (RFC 3339)."""

LANGUAGE = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"


def _language(value: Any) -> str:
    if isinstance(value, str) and re.fullmatch(LANGUAGE, value):
        return value
    raise fault("the short sign of a language, such as en, ru or hy", "English is en, Armenian hy, Russian ru, Azerbaijani az.")


Language = Annotated[str, BeforeValidator(_language), WithJsonSchema({"type": "string", "pattern": LANGUAGE})]
"""A language tag (BCP 47)."""
Yes = Annotated[StrictBool, AfterValidator(bool)]
"""true or false."""
