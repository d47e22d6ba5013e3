"""The shape of `brief.json`: what each field holds. The published schema and the files themselves both follow from it.

A field without a value is left out. `version` grows when a field changes its meaning or goes; new fields may come at any time.
"""

from datetime import date as Date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

VERSION: Literal[1] = 1


class Shape(BaseModel):
    """A part of the data."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Dated(Shape):
    """A date with its precision."""

    edtf: str = Field(description="The date as it is known, in EDTF level 1 (ISO 8601-2:2019).", examples=["2021-11", "2020~"])
    earliest: Date | None = Field(None, description="The first day that it may mean; absent where the start is open.")
    latest: Date | None = Field(None, description="The last day that it may mean; absent where the end is open.")


class Named(Shape):
    """An entry of this site, or somebody who has none: then there is only a name."""

    id: str | None = Field(None, description="The kind and the id of the entry.", examples=["actor:armenia", "publisher:tass"])
    name: str = Field(description="What readers call it.")
    url: str | None = Field(None, description="The page about it.")


class PlaceData(Named):
    """A place, and how precisely its coordinates stand for it."""

    kind: str = Field(description="What it is.")
    latitude: float | None = Field(None, description="Degrees north of the equator (WGS 84).")
    longitude: float | None = Field(None, description="Degrees east of Greenwich (WGS 84).")
    precision: str | None = Field(None, description="What the coordinates stand for: a point, or the middle of something larger.")
    contested: str | None = Field(None, description="What is contested about its name or status.")


class Support(Shape):
    """One source of a claim."""

    source: str = Field(description="The `id` in `sources`.")
    speaker: Named | None = Field(None, description="Who says so, where the text names somebody.")
    carrier: Named | None = Field(None, description="The agency or outlet through which the source has it.")
    origin: Named | None = Field(None, description="Where the claim can be traced to. Claims of one origin are not independent.")
    party: Named | None = Field(
        None, description="The party for which that origin speaks in the end, where it speaks for another."
    )


Fallen = Literal["alone", "in part"]
RETRACTED = "That it rests on a retracted source: `alone` where nothing else supports it, `in part` where other sources do."


class ClaimData(Shape):
    """Words of the brief that rest on sources."""

    id: str = Field(description="A name that lasts as long as the words do; on the page, the claim's anchor.")
    section: str = Field(description="The field of the brief in which it stands.", examples=["what_happened"])
    text: str = Field(description="The words, as plain text.")
    supports: tuple[Support, ...] = Field((), description="What they rest on.")
    retracted: Fallen | None = Field(None, description=RETRACTED)


class QuoteData(Support):
    """Words of a named speaker, as they were printed."""

    id: str = Field(description="Its id within the brief.")
    claim: str = Field(description="The id of the claim that the quotation is.")
    retracted: Fallen | None = Field(None, description=RETRACTED)
    text: str = Field(description="The words as printed, without the outer quotation marks.")
    said_on: Dated | None = Field(None, description="When it was said.")
    said_in: str | None = Field(None, description="Where or to whom.")
    language: str | None = Field(None, description="The language of the words, where it is not the page's (BCP 47).")
    translated_by: str | None = Field(None, description="Who translated them.")
    note: str | None = Field(None, description="A caution.")


class Number(Shape):
    """A number with the word that bounds it."""

    number: int | float = Field(description="The number.")
    bound: str | None = Field(None, description="`more than`, `at least`, `nearly`, `about`, `fewer than` or `up to`.")


class FigureData(Support):
    """A count. `speaker` is who counted; absent where that is not stated."""

    claim: str = Field(description="The id of the claim that the count is.")
    retracted: Fallen | None = Field(None, description=RETRACTED)
    measure: Named = Field(description="What was counted.")
    unit: str | None = Field(None, description="The unit.")
    cumulative: bool = Field(False, description="Whether the count can only grow.")
    value: Number | None = Field(None, description="The number, where one was given.")
    low: Number | None = Field(None, description="The low end of a range.")
    best: Number | None = Field(None, description="The best estimate within a range.")
    high: Number | None = Field(None, description="The high end of a range.")
    as_of: Dated | None = Field(None, description="The date for which the count was given.")
    note: str | None = Field(None, description="A caution.")


class AccountData(Shape):
    """One party's version."""

    by: Named = Field(description="Whose account it is.")
    says: str = Field(description="What it says, as plain text.")


class DisputeData(Shape):
    """A question on which the accounts differ."""

    id: str | None = Field(None, description="Its id within the brief.")
    question: str = Field(description="The question.")
    note: str | None = Field(None, description="What can be said about the accounts.")
    accounts: tuple[AccountData, ...] = Field(description="The accounts.")


class Became(Shape):
    """What became of an open question or of something that was to be watched for."""

    state: str = Field(
        description="`answered`, `partly`, `overtaken`; of watch items `came`, `came late`, `did not come`, `not known`."
    )
    on: Dated | None = Field(None, description="When.")
    brief: Named | None = Field(None, description="The brief that tells it.")
    text: str | None = Field(None, description="In short.")


class OpenData(Shape):
    """An open question, or something to watch for."""

    id: str | None = Field(None, description="Its id within the brief.")
    text: str = Field(description="The question, or what to look for.")
    known: str | None = Field(None, description="What is known about it so far.")
    since: Dated | None = Field(None, description="Since when the question has been open.")
    due: Dated | None = Field(None, description="By when it is expected.")
    became: Became | None = Field(None, description="What became of it.")


class RetractionData(Shape):
    """That a publisher took back what it had published."""

    date: Date = Field(description="The day on which it was retracted.")
    why: str = Field(description="Why.")
    url: str | None = Field(None, description="Where the retraction can be read.")


class MisprintData(Shape):
    """A slip of a source. It is no account of its own."""

    prints: str = Field(description="The words or the number as printed.")
    means: str | None = Field(None, description="What it must mean, where that is known.")
    why: str | None = Field(None, description="How that is known.")


class SourceData(Shape):
    """A published document that claims rest on."""

    id: str = Field(description="Its id, as `supports` name it.")
    publisher: Named = Field(description="Who published it.")
    title: str | None = Field(None, description="Its headline as it was seen.")
    about: str | None = Field(None, description="What it is, in our own words, where no headline was seen.")
    url: str | None = Field(None, description="Where it can be read.")
    read_at: Named | None = Field(None, description="On whose site a copy of it was read; absent for an original.")
    published: Dated | None = Field(None, description="The date it bears.")
    kind: str | None = Field(None, description="What kind of source it is.")
    language: str | None = Field(None, description="Its language, where it is not the site's (BCP 47).")
    relays: tuple[Named, ...] = Field((), description="Whose report it carries.")
    contributors: tuple[Named, ...] = Field((), description="Who contributed to it.")
    note: str | None = Field(None, description="A caution.")
    misprints: tuple[MisprintData, ...] = Field((), description="Its slips.")
    retracted: RetractionData | None = Field(None, description="When and why its publisher took it back.")


class UpdateData(Shape):
    """What was added to the page after publication."""

    date: Date = Field(description="The day of the change.")
    text: str = Field(description="What changed.")
    significant: bool = Field(False, description="Whether a reader who saw the page before should look again.")


class CorrectionData(Shape):
    """What was wrong on the page and is right now."""

    date: Date = Field(description="The day of the correction.")
    now: str = Field(description="What the page says now.")
    was: str | None = Field(None, description="What it said before, unless that was taken down.")
    why: str | None = Field(None, description="How the error came about.")
    material: bool = Field(False, description="Whether it changes what a reader took away.")
    redacted: bool = Field(False, description="Whether the old words were taken down.")


class WithdrawalData(Shape):
    """Why a brief was withdrawn. Nothing else of it is published."""

    date: Date = Field(description="The day on which it was withdrawn.")
    why: str = Field(description="Why.")
    replaced_by: tuple[Named, ...] = Field((), description="The briefs that take its place.")


class Summary(Shape):
    """A brief in short, as `briefs.json` lists it."""

    id: str = Field(description="The id of the brief, which is also the end of its address.", examples=["2021/truce"])
    url: str = Field(description="Its page.")
    data: str = Field(description="Its `brief.json`.")
    title: str = Field(description="The headline.")
    language: str = Field(description="The language of the brief (BCP 47).")
    stage: Literal["ready", "withdrawn", "draft"] = Field(description="`draft` occurs in previews only.")
    published: Date | None = Field(None, description="The day of our publication.")
    modified: Date | None = Field(None, description="The day of the last change.")
    date: Dated | None = Field(None, description="When it happened.")
    as_of: Date | None = Field(None, description="The day up to which the brief knows what happened.")
    status: str | None = Field(None, description="`developing` or `concluded`, on the day in `as_of`.")
    storyline: Named | None = Field(None, description="The storyline to which it belongs.")
    topics: tuple[str, ...] = Field((), description="What it is about.")
    bottom_line: str | None = Field(None, description="What a reader must know who reads nothing else.")


class BriefData(Summary):
    """A brief for machines: all that its page says, with who says so and where it comes from. Texts are plain text."""

    version: Literal[1] = Field(description="The version of this shape.")
    time: str | None = Field(None, description="At what time it happened, with the offset (RFC 3339).")
    authors: tuple[str, ...] = Field((), description="Who wrote it.")
    checked_by: tuple[str, ...] = Field((), description="Who read it against its sources.")
    places: tuple[PlaceData, ...] = Field((), description="Where it happened, the most important place first.")
    date_note: str | None = Field(None, description="How the date is known.")
    key_points: tuple[str, ...] = Field((), description="The key points.")
    why_it_matters: str | None = Field(None, description="Our analysis.")
    what_happened: str | None = Field(None, description="The story, with the quotes that are set in it.")
    claims: tuple[ClaimData, ...] = Field((), description="Which words rest on which sources.")
    quotes: tuple[QuoteData, ...] = Field((), description="Words of named speakers.")
    figures: tuple[FigureData, ...] = Field((), description="Numbers of this development.")
    disputes: tuple[DisputeData, ...] = Field((), description="Questions on which the accounts differ.")
    unknowns: tuple[OpenData, ...] = Field((), description="What is not known.")
    watch: tuple[OpenData, ...] = Field((), description="What to look for next.")
    background: tuple[Named, ...] = Field((), description="What a reader needs to know of what came before.")
    sources: tuple[SourceData, ...] = Field((), description="What the claims rest on, in the order in which they are cited.")
    updates: tuple[UpdateData, ...] = Field((), description="What was added after publication.")
    corrections: tuple[CorrectionData, ...] = Field((), description="What was wrong and is right now.")
    withdrawal: WithdrawalData | None = Field(None, description="Why it was withdrawn.")
