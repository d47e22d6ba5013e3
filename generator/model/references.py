"""References: values that name another entry of the edition by its id."""

import re
from typing import Any, ClassVar, Self

from pydantic import GetCoreSchemaHandler
from pydantic_core import PydanticCustomError, core_schema

from generator.model.values import ID, a, fault, typed

UNLINKED = "unlinked"
"""The type of the error of a value that cannot be an id."""
BRIEF_ID = r"^([0-9]{4}/)?[a-z0-9]+(-[a-z0-9]+)*$"


class Ref(str):
    """The id of another entry. `kinds` are the kinds of entry that it may name.

    A value that cannot be an id makes its form invalid, but what to say about it, the edition knows best: it knows all ids.
    """

    __slots__ = ()
    kinds: ClassVar[tuple[str, ...]] = ()
    pattern: ClassVar[str] = ID
    instead: ClassVar[tuple[str, ...]] = ()
    """Words that may stand in place of an id, such as `not stated`."""

    @classmethod
    def of(cls, value: Any) -> Self:
        """Check the form of an id; raise `fault` where it has none."""
        if isinstance(value, str) and re.fullmatch(cls.pattern, value):
            return cls(value)
        found = cls.loosely(value)
        if found in cls.instead or re.fullmatch(cls.pattern, found):
            return found
        raise PydanticCustomError(UNLINKED, "no id")

    @classmethod
    def loosely(cls, value: Any) -> Self:
        """Take any words for an id; raise `fault` where there are none."""
        value = typed(value)
        if not isinstance(value, str) or not value.strip():
            raise fault(
                f"the id of {' or '.join(a(kind) for kind in cls.kinds)}", "It is the name of its file without the ending."
            )
        words = " ".join(value.split())
        return cls(words.lower() if words.lower() in cls.instead else words)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        pattern = "|".join([cls.pattern, *(f"^{re.escape(words)}$" for words in cls.instead)])
        return core_schema.no_info_plain_validator_function(
            cls.of, json_schema_input_schema=core_schema.str_schema(pattern=pattern)
        )


class ActorRef(Ref):
    """The id of an actor."""

    kinds = ("actor",)


class PlaceRef(Ref):
    """The id of a place."""

    kinds = ("place",)


class PublisherRef(Ref):
    """The id of a publisher."""

    kinds = ("publisher",)


class SourceRef(Ref):
    """The id of a source of this file, or of a shared source."""

    kinds = ("source",)


class BackgroundRef(Ref):
    """The id of a background."""

    kinds = ("background",)


class StorylineRef(Ref):
    """The id of a storyline."""

    kinds = ("storyline",)


class MeasureRef(Ref):
    """The id of a measure."""

    kinds = ("measure",)


class BriefRef(Ref):
    """The id of a brief, with its year or, where no other year has the same, without."""

    kinds = ("brief",)
    pattern = BRIEF_ID


class SpeakerRef(Ref):
    """Who says something: an actor, or a publisher that speaks for itself."""

    kinds = ("actor", "publisher")


class CounterRef(SpeakerRef):
    """Who counted: an actor, a publisher, or `not stated`."""

    instead = ("not stated",)
