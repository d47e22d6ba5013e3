"""The forms: one for a brief, one for each shared kind of entry. A field is one line here; everything else follows from it."""

from typing import ClassVar, Literal, Self

from pydantic import Field, model_validator

from generator.model.dates import When
from generator.model.details import Role
from generator.model.illustrations import Coordinates, Image
from generator.model.parts import (
    Correction,
    Dispute,
    Entry,
    Event,
    Figure,
    Form,
    Quote,
    Source,
    SourceKind,
    Unknown,
    Update,
    Variant,
    Watch,
)
from generator.model.references import ActorRef, BackgroundRef, BriefRef, PlaceRef, SourceRef, StorylineRef
from generator.model.values import TOPICS, Address, Day, Headline, Id, Language, Line, Prose, Time, Yes, wrong


class BackgroundUse(Form):
    """A background that the brief needs: a shared one by its id, or one written here."""

    called: ClassVar[str] = "background"
    use: BackgroundRef | None = Field(None, description="The id of a shared background.")
    title: Line | None = Field(None, description="The heading of a background written here.")
    text: Prose | None = Field(None, description="The text of a background written here, with its sources.")
    why: Line | None = Field(None, description="Why a reader of this brief needs it, in a few words.")

    @model_validator(mode="after")
    def _one(self) -> Self:
        if (self.use is None) == (self.title is None or self.text is None):
            advice = "Write `use:` with the id of a shared background, or `title:` and `text:` for one that is only told here."
            raise wrong("names no background" if self.use is None else "has both a `use` and a text of its own", advice)
        return self


class RelatedItem(Form):
    """Something else to read: another brief, or a source."""

    brief: BriefRef | None = Field(None, description="The id of a related brief.")
    source: SourceRef | None = Field(None, description="The id of a related source, such as an article that the story names.")
    why: Line | None = Field(None, description="How it is related.")

    @model_validator(mode="after")
    def _one(self) -> Self:
        if (self.brief is None) == (self.source is None):
            advice = "Write `brief:` with the id of a brief, or `source:` with the id of a source; one for each item."
            raise wrong("names both a brief and a source" if self.brief else "names neither a brief nor a source", advice)
        return self


class Withdrawal(Form):
    """Why a brief was withdrawn."""

    date: Day = Field(description="The day on which it was withdrawn.")
    why: Prose = Field(description="Why. Readers of the old address see this.")


class Brief(Entry):
    """One development: what happened, who says so, what is disputed, what is not known."""

    folder: ClassVar[str] = ""
    title: Headline = Field(description="The headline: what happened, in one line.")
    date: When = Field(description="When it happened.", examples=["2021-11-16", "2021-11", "2021-11-17/2021-11-23"])
    time: Time | None = Field(None, description="At what time, with the offset of the place.", examples=["13:00+04:00"])
    date_note: Prose | None = Field(None, description="How the date is known, where a source does not simply print it.")
    as_of: Day = Field(description="The day up to which this brief knows what happened.")
    stage: Literal["draft", "ready", "withdrawn"] = Field(
        "ready",
        description="`draft` shows in the preview only; `ready` is published, from the day in `published` on; "
        "`withdrawn` leaves a note at the address.",
    )
    published: Day | None = Field(None, description="The day of our publication. In the future: not yet published.")
    authors: tuple[Line, ...] = Field((), description="Who wrote it.")
    checked_by: tuple[Line, ...] = Field((), description="Who read it against its sources.")
    status: Literal["developing", "concluded"] | None = Field(
        None, description="`developing` where more is to be expected, `concluded` where not; on the day in `as_of`."
    )
    storyline: StorylineRef | None = Field(None, description="The storyline that it belongs to.")
    places: tuple[PlaceRef, ...] = Field((), description="Where it happened, the most important place first.")
    topics: tuple[Id, ...] = Field((), max_length=TOPICS, description="What it is about.", examples=[["security", "diplomacy"]])
    bottom_line: Prose = Field(description="One sentence: what a reader must know who reads nothing else.")
    why_it_matters: Prose | None = Field(None, description="Our analysis. Its facts are cited, its judgement is ours.")
    key_points: tuple[Prose, ...] = Field((), min_length=2, max_length=5, description="Two to five points with their sources.")
    what_happened: Prose = Field(description="The story, written to be read, with its sources and its quotes.")
    quotes: dict[Id, Quote] = Field({}, description="Words of named speakers, to be set with `[[quote:id]]`.")
    images: tuple[Image, ...] = Field((), description="Pictures, shown below the story.")
    disputes: tuple[Dispute, ...] = Field((), description="Questions on which the accounts differ.")
    figures: tuple[Figure, ...] = Field((), description="Numbers of this development.")
    unknowns: tuple[Unknown, ...] = Field((), description="What is not known.")
    watch: tuple[Watch, ...] = Field((), description="What to look for next.")
    background: tuple[BackgroundUse, ...] = Field((), description="What a reader needs to know of what came before.")
    sources: dict[Id, Source] = Field({}, description="The sources of this brief. One that two files need is a shared entry.")
    related: tuple[RelatedItem, ...] = Field((), description="What else to read.")
    updates: tuple[Update, ...] = Field((), description="What was added after publication.")
    corrections: tuple[Correction, ...] = Field((), description="What was wrong and is right now.")
    withdrawal: Withdrawal | None = Field(None, description="Why it was withdrawn, with `stage: withdrawn`.")
    replaced_by: tuple[BriefRef, ...] = Field((), description="The briefs that take its place.")
    lang: Language | None = Field(None, description="The language of this brief, where it is not the site's.")
    translates: BriefRef | None = Field(
        None,
        description="The brief that this one translates, into the language in `lang`. It may cite the sources of that one.",
    )

    @model_validator(mode="after")
    def _translated(self) -> Self:
        if self.translates and not self.lang:
            advice = "Add `lang:` with the short sign of its language, such as `de` or `hy`."
            raise wrong("translates another brief, but does not say into which language", advice, at="translates")
        return self

    @model_validator(mode="after")
    def _withdrawn(self) -> Self:
        if self.stage == "withdrawn" and self.withdrawal is None:
            raise wrong("is withdrawn, but says neither when nor why", "Add `withdrawal:` with `date:` and `why:`.", at="stage")
        if self.stage != "withdrawn" and self.withdrawal is not None:
            advice = "Write `stage: withdrawn`, or take `withdrawal` out."
            raise wrong(f"gives a reason for its withdrawal, but its stage is `{self.stage}`", advice, at="withdrawal")
        return self


class Background(Entry):
    """A reusable explanation with a page of its own, shown in short inside every brief that needs it."""

    folder: ClassVar[str] = "backgrounds"
    title: Headline = Field(description="What it explains.")
    date: When | None = Field(None, description="When it happened, where it is an event or a period.")
    in_short: Prose = Field(description="The explanation as a brief shows it: one short paragraph with its sources.")
    text: Prose | None = Field(None, description="The longer explanation on its own page.")
    reviewed: Day | None = Field(None, description="The day on which somebody last checked that it still holds.")
    events: tuple[Event, ...] = Field((), description="The dates that belong on a timeline.")
    quotes: dict[Id, Quote] = Field({}, description="Words of named speakers, to be set with `[[quote:id]]`.")
    disputes: tuple[Dispute, ...] = Field((), description="Questions on which the accounts differ.")
    figures: tuple[Figure, ...] = Field((), description="Numbers that belong to it.")
    places: tuple[PlaceRef, ...] = Field((), description="Where it happened.")
    topics: tuple[Id, ...] = Field((), max_length=TOPICS, description="What it is about.")
    sources: dict[Id, Source] = Field({}, description="The sources of this background.")
    related: tuple[BackgroundRef, ...] = Field((), description="Other backgrounds that belong to it.")
    updates: tuple[Update, ...] = Field((), description="What was added.")
    corrections: tuple[Correction, ...] = Field((), description="What was wrong and is right now.")


class Trend(Form):
    """Where a storyline is heading, by our own judgement."""

    direction: Literal["worsening", "easing", "unchanged", "unclear"] = Field(
        description="Where it is heading, by our judgement."
    )
    as_of: Day = Field(description="The day of the judgement.")
    why: Prose = Field(description="What the judgement rests on, with its sources.")


class Storyline(Entry):
    """Developments that belong together, and where they are heading."""

    folder: ClassVar[str] = "storylines"
    title: Headline = Field(description="What the storyline is called.")
    summary: Prose = Field(description="What it is about, for a reader who arrives late, with its sources.")
    trend: Trend | None = Field(None, description="Where it is heading.")
    background: tuple[BackgroundUse, ...] = Field((), description="What came before.")
    places: tuple[PlaceRef, ...] = Field((), description="Where it happens.")
    topics: tuple[Id, ...] = Field((), max_length=TOPICS, description="What it is about.")
    sources: dict[Id, Source] = Field({}, description="The sources of this page.")


class Actor(Entry):
    """A person, an organisation or a state that acts or speaks."""

    folder: ClassVar[str] = "actors"
    name: Line = Field(description="The name as this site writes it.")
    kind: Literal["person", "organisation", "state", "alliance"] = Field(
        description="`person`; `organisation`, such as a ministry, a party or an armed group; `state`, a country or what claims "
        "to be one; `alliance`, of states."
    )
    description: Line = Field(description="Who that is, in one line, as in “secretary of Armenia's Security Council”.")
    speaks_for: ActorRef | None = Field(None, description="The party whose position it speaks for, such as its state.")
    roles: tuple[Role, ...] = Field((), description="Offices, the latest first.")
    variants: tuple[Variant, ...] = Field((), description="Other spellings and names, and who uses them.")
    public: Yes | None = Field(
        None, description="For persons: whether they act in public office or public life. Only then they get a page."
    )
    about: Prose | None = Field(None, description="More about it, with its sources.")
    sources: dict[Id, Source] = Field({}, description="The sources of this entry.")

    @property
    def has_page(self) -> bool:
        """Whether the actor gets a page: everyone but private persons (victims, soldiers, prisoners)."""
        return self.kind != "person" or bool(self.public)


class Place(Entry):
    """Where something happened."""

    folder: ClassVar[str] = "places"
    name: Line = Field(description="The name as this site writes it.")
    kind: Line = Field(description="What it is: a town, a district, a border, a region, a state.")
    within: PlaceRef | None = Field(None, description="The larger place that it is part of, where nobody disputes that.")
    coordinates: Coordinates | None = Field(None, description="Where it is.")
    variants: tuple[Variant, ...] = Field((), description="Other names, and who uses them.")
    contested: Line | None = Field(None, description="What is contested about its name or status, in one line.")
    about: Prose | None = Field(None, description="More about it, with its sources.")
    sources: dict[Id, Source] = Field({}, description="The sources of this entry.")


class SharedSource(Source, Entry):
    """A source that two files or more rest on."""

    called: ClassVar[str] = "source"
    folder: ClassVar[str] = "sources"


class Measure(Entry):
    """What a figure counts."""

    folder: ClassVar[str] = "measures"
    title: Line = Field(description="What is counted, as in “Armenian soldiers killed”.")
    unit: Line = Field(description="The unit, as in “people”.")
    event: Line | None = Field(None, description="The event to which the count belongs.")
    cumulative: Yes = Field(False, description="Whether the count can only grow.")
    window: int = Field(
        30,
        ge=0,
        le=36_500,
        description="Within how many days two counts are about the same: there, counts that cannot both be right are shown as "
        "accounts that differ.",
    )
    about: Prose | None = Field(None, description="What is counted and what is not.")
    sources: dict[Id, Source] = Field({}, description="The sources of this entry.")


class Publisher(Entry):
    """Who publishes or carries: a newspaper, an agency, a ministry's press office."""

    folder: ClassVar[str] = "publishers"
    name: Line = Field(description="The name as this site writes it.")
    kind: Literal["newspaper", "agency", "broadcaster", "online", "official", "reference", "organisation", "other"] = Field(
        description="What kind of publisher it is: `agency` for news agencies, `online` for outlets that are neither printed nor "
        "broadcast, `official` for authorities, `reference` for encyclopedias and archives."
    )
    country: Line | None = Field(None, description="Where it is based.")
    url: Address | None = Field(
        None,
        description="Its own address. A source at this host, or at one below it, is by this publisher if it does not name "
        "another one; where the address has a path, only a source below that path.",
        examples=["https://www.themoscowtimes.com/"],
    )
    publishes: SourceKind | None = Field(
        None, description="What kind its sources are where they do not say it, if that does not follow from its own kind."
    )
    actor: ActorRef | None = Field(None, description="The actor to which it belongs, where it speaks for one.")
    note: Line | None = Field(None, description="What a reader should know about it, such as who owns it.")
