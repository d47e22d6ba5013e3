"""The form of a word or name for which a site has a policy."""

from typing import ClassVar

from pydantic import Field

from generator.model.parts import Entry
from generator.model.values import Line, Prose


class Term(Entry):
    """A word or a name for which this site has a policy, such as a place that two peoples name differently."""

    folder: ClassVar[str] = "terms"
    preferred: Line = Field(description="What this site writes.", examples=["Shusha (Armenian: Shushi)", "ceasefire line"])
    words: tuple[Line, ...] = Field(
        min_length=1,
        description="Words that stand for it elsewhere and that this site writes in quotations only.",
        examples=[["Shushi"]],
    )
    why: Prose = Field(description="Why, for readers: who uses which word, and what it would take for granted.")
