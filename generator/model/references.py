"""References: values that name another entry of the edition by its id."""

import re
from typing import Any, ClassVar, Self

from pydantic import GetCoreSchemaHandler
from pydantic_core import core_schema

from generator.model.values import ID, fault, suggest_id, typed

BRIEF_ID = r"^([0-9]{4}/)?[a-z0-9]+(-[a-z0-9]+)*$"


class Ref(str):
    """The id of another entry. `kinds` are the kinds of entry that it may name."""

    __slots__ = ()
    kinds: ClassVar[tuple[str, ...]] = ()
    pattern: ClassVar[str] = ID
    instead: ClassVar[tuple[str, ...]] = ()
    """Words that may stand in place of an id, such as `not stated`."""

    @classmethod
    def of(cls, value: Any) -> Self:
        """Check the form of an id; raise `fault` where it has none."""
        value = typed(value)
        kind = " or ".join(f"an {kind}" if kind[0] in "aeiou" else f"a {kind}" for kind in cls.kinds)
        if not isinstance(value, str):
            raise fault(f"the id of {kind}")
        if value in cls.instead or re.fullmatch(cls.pattern, value):
            return cls(value)
        raise fault(f"the id of {kind}: small letters, digits and hyphens", suggest_id(value))

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
