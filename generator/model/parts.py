"""The parts that several forms share: sources, quotes, figures, accounts, corrections and the like."""

from typing import ClassVar, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from generator.model.amounts import Amount
from generator.model.dates import When
from generator.model.references import ActorRef, BriefRef, CounterRef, MeasureRef, PublisherRef, SourceRef, SpeakerRef
from generator.model.values import Address, Day, Id, Language, Line, OldId, Prose, Verbatim, Yes, wrong

_NOT_KEPT: set[str] = set()


class Form(BaseModel):
    """What an editor fills in. Nothing can be changed after it was read, and no other key is allowed."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)
    called: ClassVar[str] = ""
    """What the newsroom calls it, where that is not the name of the class."""

    def model_post_init(self, context: object, /) -> None:
        """Keep no set of the fields that were filled in: nobody asks for it, and it is a seventh of what is kept of a file."""
        object.__setattr__(self, "__pydantic_fields_set__", _NOT_KEPT)


SourceKind = Literal[
    "official record", "party to the conflict", "wire", "news", "eyewitness", "analysis", "reference", "social media", "other"
]


class Retraction(Form):
    """That a publisher took back what it had published."""

    date: Day = Field(description="The day on which it was retracted.")
    why: Line = Field(description="Why, as the publisher says it, or that it does not say.")
    address: Address | None = Field(None, description="Where the retraction can be read.")


class Misprint(Form):
    """A slip of a source: what it prints by mistake. It is no account of its own, and nothing on a page rests on it."""

    prints: Line = Field(description="The words or the number as printed.", examples=["1987"])
    means: Line | None = Field(None, description="What it must mean, where that is known.", examples=["1997"])
    why: Line | None = Field(None, description="How we know, as in “All other reports have 1997”.")


class Source(Form):
    """A published document that a text rests on."""

    model_config = ConfigDict(json_schema_extra={"anyOf": [{"required": ["publisher"]}, {"required": ["url"]}]})
    publisher: PublisherRef | None = Field(
        None,
        description="Who published it. Left out, the publisher whose own `url` has the host of this one.",
        examples=["moscow-times"],
    )
    title: Line | None = Field(None, description="The headline as it was seen. Not seen: use `about`.")
    about: Line | None = Field(None, description="What it is, in our own words, where no headline was seen.")
    url: Address | None = Field(None, description="Where it can be read. Left out, the page says that there is no link.")
    as_printed: Address | None = Field(
        None,
        description="The address as another source printed it, where that differs from `url`. Shown, never linked.",
    )
    published: When | None = Field(None, description="The date it bears.", examples=["2021-11-16"])
    seen: Day | None = Field(None, description="The day on which we read it.")
    kind: SourceKind | None = Field(
        None,
        description="`official record`, a law, treaty or protocol; `party to the conflict`, what a side publishes; `wire`, an "
        "agency's report; `news`, a report of a newspaper, broadcaster or site; `eyewitness`; `analysis`, comment included; "
        "`reference`, an encyclopedia or archive; `social media`; `other`. Left out, it follows from the publisher, or from "
        "the one whose report it `relays`: what its file says under `publishes`; else `news` from newspapers, broadcasters and "
        "sites, `wire` from agencies, `reference` from encyclopedias.",
    )
    language: Language | None = Field(None, description="Its language, where it is not the site's.")
    relays: tuple[PublisherRef, ...] = Field(
        (), description="Agencies or outlets whose report it carries. Sources that carry the same one are one origin."
    )
    contributors: tuple[PublisherRef, ...] = Field(
        (), description="Agencies that contributed to it, where it does not say which parts are theirs."
    )
    copied: Yes | None = Field(
        None,
        description="`true` where we read a copy on another site, so that the page says so. Left out, that is known where `url` "
        "is at another publisher's address; `false` where that is the publisher's own place all the same, such as its account "
        "on a social network.",
    )
    note: Line | None = Field(None, description="A caution for readers: a translation, an excerpt, a page without a date.")
    misprints: tuple[Misprint, ...] = Field((), description="Its slips. A date or a number that is one is no other account.")
    retracted: Retraction | None = Field(None, description="When and why its publisher took it back.")

    @model_validator(mode="after")
    def _named(self) -> Self:
        if not self.publisher and not self.url:
            advice = "Add `publisher:` with the id of whoever published it, or `url:` if its address shows that."
            raise wrong("needs a `publisher` or a `url`", advice)
        if self.copied and not self.publisher:
            advice = "Add `publisher:` with the id of whoever published the original."
            raise wrong("is a copy, but does not say of whose document", advice, at="copied")
        if self.copied and not self.url:
            advice = "Add `url:` with its address, or say in a `note:` where it was read instead of `copied`."
            raise wrong("is a copy, but does not show where it was read", advice, at="copied")
        if not self.title and not self.about:
            advice = "Add `title:` with the headline or, if it was not seen, `about:` with what it is in one line."
            raise wrong("needs a `title` or an `about`", advice)
        if self.title and self.about:
            advice = "Keep `title` if it is the headline as printed, else `about`."
            raise wrong("has both a `title` and an `about`; one is enough", advice, at="about")
        return self


class Quote(Form):
    """Words of a named speaker, exactly as they were printed."""

    by: ActorRef = Field(description="Who said it.")
    text: Verbatim = Field(description="The words as printed, without the outer quotation marks, in a `|` block.")
    cite: SourceRef = Field(description="The source that printed it.")
    via: PublisherRef | None = Field(None, description="The agency or broadcaster through which the source has it.")
    said_on: When | None = Field(None, description="When it was said, where known.")
    said_in: Line | None = Field(
        None, description="Where or to whom, as it is printed after the name: `in an interview`, `to diplomats`."
    )
    language: Language | None = Field(None, description="The language of these words, where it is not the page's.")
    translated_by: Line | None = Field(None, description="Who translated it, where known.")
    note: Line | None = Field(None, description="A caution: other outlets word it differently.")


class Account(Form):
    """One party's version of a disputed question."""

    id: Id | None = Field(None, description="A name to refer to it by.")
    by: SpeakerRef = Field(description="Whose account it is.")
    says: Prose = Field(description="What it says, with its source.")


class Dispute(Form):
    """A question on which the accounts differ."""

    id: Id | None = Field(None, description="A name to refer to it by.")
    question: Line = Field(description="The question, as in “Who attacked?”")
    note: Prose | None = Field(None, description="What can be said about the accounts, with its source.")
    accounts: tuple[Account, ...] = Field(min_length=1, description="The accounts, side by side.")


class Figure(Form):
    """A number: what was counted, by whom, as of when."""

    id: Id | None = Field(None, description="A name to refer to it by.")
    measure: MeasureRef = Field(description="What was counted.")
    value: Amount | None = Field(None, description="The number, with a bound where there is one.", examples=["more than 6500"])
    low: Amount | None = Field(None, description="The low end, where a range was given.")
    best: Amount | None = Field(None, description="The best estimate within a range.")
    high: Amount | None = Field(None, description="The high end, where a range was given.")
    by: CounterRef = Field(description="Who counted, or `not stated`.")
    as_of: When | None = Field(None, description="The date for which the count was given.")
    cite: SourceRef = Field(description="The source that printed it.")
    via: PublisherRef | None = Field(None, description="The agency or broadcaster through which the source has it.")
    note: Line | None = Field(None, description="A caution for readers.")

    @model_validator(mode="after")
    def _counted(self) -> Self:
        if self.value is None and self.low is None and self.high is None:
            raise wrong("has no number", "Write it as `value: …`, or a range as `low: …` and `high: …`.")
        if self.value is not None and (self.low or self.best or self.high):
            advice = "Keep `value` for one number, or `low` and `high` (and `best`) for a range."
            raise wrong("has both a `value` and a range", advice, at="value")
        if self.low and self.high and self.low.number > self.high.number:
            raise wrong(f"has a `low` of {self.low.number}, above its `high` of {self.high.number}", "Swap them.", at="low")
        return self


class Answer(Form):
    """What became of an open question."""

    state: Literal["answered", "partly", "overtaken"] = Field("answered", description="How far it was answered.")
    brief: BriefRef | None = Field(None, description="The brief that answers it.")
    on: When | None = Field(None, description="When it was answered.")
    text: Prose | None = Field(None, description="The answer in short, with its source.")


class Unknown(Form):
    """A question without an answer."""

    id: Id | None = Field(None, description="A name to refer to it by.")
    question: Line = Field(description="What is not known, as a question.")
    text: Prose | None = Field(None, description="What is known about it so far, with its source.")
    since: When | None = Field(None, description="Since when it has been open.")
    answer: Answer | None = Field(None, description="What became of it.")


class Outcome(Form):
    """What became of something that was to be watched for."""

    state: Literal["came", "came late", "did not come", "overtaken", "not known"] = Field(
        description="Whether it came; `not known` where its day has passed and no source tells."
    )
    on: When | None = Field(None, description="When it came.")
    brief: BriefRef | None = Field(None, description="The brief that tells it.")
    text: Prose | None = Field(None, description="The outcome in short, with its source.")


class Watch(Form):
    """What to look for next."""

    called: ClassVar[str] = "watch item"
    id: Id | None = Field(None, description="A name to refer to it by.")
    text: Prose = Field(description="What to look for, with its source where somebody announced it.")
    due: When | None = Field(None, description="By when, where there is a date.")
    outcome: Outcome | None = Field(None, description="What came of it.")


class Event(Form):
    """One dated line of a timeline."""

    date: When = Field(description="When it happened.")
    text: Prose = Field(description="What happened, in one sentence with its source.")


class Update(Form):
    """What was added to the page after publication."""

    date: Day = Field(description="The day of the change.")
    text: Prose = Field(description="What changed on the page.")
    significant: Yes = Field(False, description="Whether a reader who saw the page before should look again.")


class Correction(Form):
    """What was wrong on the page and is right now."""

    date: Day = Field(description="The day of the correction.")
    now: Prose = Field(description="What the page says now.")
    was: Prose | None = Field(None, description="What it said before. It may be left out: a correction need not repeat a libel.")
    why: Prose | None = Field(None, description="How the error came about.")
    material: Yes = Field(False, description="Whether it changes what a reader took away; if so, a banner says it at the top.")
    redacted: Yes = Field(False, description="Whether the old words were taken down for good reason.")


class Allowance(Form):
    """A finding that the editor accepts, with the reason that readers see."""

    rule: Id = Field(description="The name of the rule, as the finding prints it.")
    at: Line | None = Field(None, description="The field, as in `sources.mt`; left out: the whole file.")
    reason: Line = Field(description="Why it is right here. Readers see this.")


class Variant(Form):
    """Another name or spelling, and who uses it."""

    name: Line = Field(description="The name as it is used.")
    used_by: Line | None = Field(None, description="Who uses it.")
    language: Language | None = Field(None, description="Its language.")


class Entry(Form):
    """What every form has beside its own fields. `folder` is where its files stand, below the folder of the briefs."""

    folder: ClassVar[str] = ""
    was: tuple[OldId, ...] = Field(
        (), description="Old ids of this page, whose addresses lead here.", examples=[["2021/old-file-name"]]
    )
    allow: tuple[Allowance, ...] = Field((), description="Findings that are accepted, each with a reason that readers see.")
