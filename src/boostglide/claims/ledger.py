"""The ledger file: sources, lineage and claims as data."""

from typing import Annotated, Literal

from pydantic import Field, field_validator

from boostglide.claims.assertion import DATE, Assertion
from boostglide.claims.reading import Reading, read
from boostglide.scenario import FrozenModel

FORMAT = "boostglide-ledger/1"

Topic = Literal["defection", "system", "test", "facility", "plasma", "defence", "background"]


class Derivation(FrozenModel):
    """Where a source took something from, and how that shows; `topics` limits it to some claims."""

    source: str
    evidence: Literal["verbatim reuse", "shared error", "citation", "translation"]
    detail: str
    topics: tuple[Topic, ...] | None = None


class Source(FrozenModel):
    """A publication or statement.

    `read` says whether it was read in the original ("yes") or is known through others ("second-hand");
    `reliability` is the letter A to F of the Admiralty scale, F where it cannot be judged.
    """

    key: str
    publisher: str
    title: str
    date: str
    date_note: str | None = None
    url: str | None = None
    language: str = "en"
    read: Literal["yes", "second-hand"]
    reliability: Literal["A", "B", "C", "D", "E", "F"] = "F"
    derives_from: tuple[Derivation, ...] = ()
    note: str | None = None

    @field_validator("date")
    @classmethod
    def _date(cls, value: str) -> str:
        if value != "undated" and not DATE.fullmatch(value):
            raise ValueError("write a date as 2022, 2022-01 or 2022-01-27, in quotes, or undated")
        return value

    @property
    def when(self) -> str:
        """The date with its note."""
        return f"{self.date_note} {self.date}" if self.date_note else self.date


class Quote(FrozenModel):
    """At most one sentence of a source, word for word."""

    source: str
    text: str


class Appearance(FrozenModel):
    """Where and how a claim is stated; `taken_from` overrides the lineage of the source for this claim."""

    source: str
    stated: str
    taken_from: tuple[str, ...] | None = None


class Mutation(FrozenModel):
    """A change on the way from one source to another."""

    kind: Literal["unit", "rounding", "translation", "attribution", "typo", "omission", "conflation"]
    origin: Annotated[str, Field(alias="from")]
    to: str
    detail: str


class ClaimedNumber(FrozenModel):
    """A number as a source states it; `means` names the quantity."""

    source: str
    means: str
    text: str
    significant: int | None = None

    @property
    def reading(self) -> Reading:
        """The interval that the number is read as."""
        return read(self.text, self.significant)

    @field_validator("text")
    @classmethod
    def _readable(cls, value: str) -> str:
        read(value)
        return value


class Document(FrozenModel):
    """A documentary fact beside a claim: what it says, and whether it supports or contradicts the claim."""

    source: str
    says: str
    bearing: Literal["supports", "contradicts", "context"] = "context"


class Claim(FrozenModel):
    """One statement, where it stands, and what decides it."""

    id: str
    statement: str
    topic: Topic
    appearances: Annotated[tuple[Appearance, ...], Field(min_length=1)]
    quotes: tuple[Quote, ...] = ()
    claimed: tuple[ClaimedNumber, ...] = ()
    mutations: tuple[Mutation, ...] = ()
    documents: tuple[Document, ...] = ()
    assertion: Assertion
    notes: str | None = None
    would_change: str | None = None


class Grounds(FrozenModel):
    """What the confidence in a study rests on.

    `cases` names the verification cases (`verification/case_<name>.py`) of the models; `model_error` is the
    relative error of the deciding quantities that the checks of the study suggest [-].
    """

    validation: Literal["passed", "partial", "none"]
    regime: Literal["inside", "edge", "outside"]
    parameters: Literal["published", "estimated", "assumed"]
    cases: tuple[str, ...] = ()
    model_error: float = Field(default=0.1, gt=0.0)
    because: str


class Ledger(FrozenModel):
    """A set of claims with the sources that carry them."""

    format: Literal["boostglide-ledger/1"]
    description: str | None = None
    source: str | None = None
    licence: str | None = None
    name: str
    title: str
    summary: str
    assessed: str
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]
    studies: dict[str, Grounds] = Field(default_factory=dict)
    claims: Annotated[tuple[Claim, ...], Field(min_length=1)]

    def find_source(self, key: str) -> Source:
        """The source behind a key.

        Raises
        ------
        KeyError
            If the ledger has no such source.
        """
        for source in self.sources:
            if source.key == key:
                return source
        raise KeyError(f"Ledger `{self.name}` has no source `{key}`.")

    def find_claim(self, name: str) -> Claim:
        """The claim with an ID.

        Raises
        ------
        KeyError
            If the ledger has no such claim.
        """
        for claim in self.claims:
            if claim.id == name:
                return claim
        raise KeyError(f"Ledger `{self.name}` has no claim `{name}`.")
