"""The ledger file: sources, lineage and claims as data."""

import re
from typing import Annotated, Literal

from pydantic import Field, field_validator

from boostglide.claims.assertion import DATE, Assertion
from boostglide.claims.dates import days_of
from boostglide.claims.digits import Decimals
from boostglide.claims.reading import Reading, possible_readings, read
from boostglide.scenario import FrozenModel, Refusal

FORMAT = "boostglide-ledger/1"

CLAIM_ID = r"[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*"
"""Letters and digits, in parts that single points or hyphens join; a claim ID names files and anchors."""

LONGEST_ID = 40

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
    derives_from: Annotated[tuple[Derivation, ...], Field(max_length=100)] = ()
    note: str | None = None

    @field_validator("date")
    @classmethod
    def _date(cls, value: str) -> str:
        if value != "undated" and (not DATE.fullmatch(value) or days_of(value) is None):
            raise ValueError("write a date as 2022, 2022-01 or 2022-01-27, in quotes, or undated")
        return value

    @property
    def stated_language(self) -> str | None:
        """The language, if the file states it; the default says nothing about numbers."""
        return self.language if "language" in self.model_fields_set else None

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
    """A number as a source states it; `means` names the quantity.

    `language` (or `decimals`, "point" or "comma") says what "2.000" means, and `unit` which unit is meant,
    where the words leave it open.
    """

    source: str
    means: str
    text: str
    significant: Annotated[int, Field(ge=1, le=15)] | None = None
    language: Annotated[str, Field(max_length=20)] | None = None
    decimals: Decimals | None = None
    unit: Annotated[str, Field(max_length=40)] | None = None

    @property
    def reading(self) -> Reading:
        """The interval that the number is read as."""
        return self.read_in(None)

    def read_in(self, language: str | None) -> Reading:
        """The interval that the number is read as in the language of its source.

        Parameters
        ----------
        language
            Stated language of the source; None if none is stated. That of the number itself goes before it.

        Raises
        ------
        ValueError
            If the number can be read in several ways.
        """
        return read(
            self.text,
            self.significant,
            language=self.language or language,
            decimals=self.decimals,
            unit=self.unit,
        )

    @field_validator("text")
    @classmethod
    def _readable(cls, value: str) -> str:
        possible_readings(value)
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
    appearances: Annotated[tuple[Appearance, ...], Field(min_length=1, max_length=200)]
    quotes: Annotated[tuple[Quote, ...], Field(max_length=100)] = ()
    claimed: Annotated[tuple[ClaimedNumber, ...], Field(max_length=100)] = ()
    mutations: Annotated[tuple[Mutation, ...], Field(max_length=100)] = ()
    documents: Annotated[tuple[Document, ...], Field(max_length=100)] = ()
    assertion: Assertion
    notes: str | None = None
    would_change: str | None = None

    @field_validator("id")
    @classmethod
    def _name(cls, value: str) -> str:
        if len(value) > LONGEST_ID or re.fullmatch(CLAIM_ID, value, re.ASCII) is None:
            raise Refusal(
                f"letters and digits, joined by single points or hyphens, at most {LONGEST_ID}",
                f'"{value[:60]}"',
                'write for example "S02" or "press-2021.3"',
            )
        return value


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
    sources: Annotated[tuple[Source, ...], Field(min_length=1, max_length=2000)]
    studies: dict[str, Grounds] = Field(default_factory=dict, max_length=500)
    claims: Annotated[tuple[Claim, ...], Field(min_length=1, max_length=5000)]

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
