"""What a report tells of an article, a claim and a piece of evidence; plain values, ready to be written."""

from datetime import UTC, datetime
from typing import NamedTuple

from claims import reasons
from claims.models import (
    KINDS,
    ArticleKind,
    Confidence,
    EvidenceKind,
    Outcome,
    Stance,
    Terms,
    gate_words,
)
from claims.text import Kind
from claims.text.addresses import web_address
from claims.workflow import FINAL, ArticleStatus, Status

PRIVATE = "private source"


def moment(time: datetime | None) -> str | None:
    """A time in ISO 8601, UTC, to the second, as every format writes it."""
    if time is None:
        return None
    return f"{time.astimezone(UTC).isoformat(timespec='seconds')[:19]}Z"


class Source(NamedTuple):
    """A piece of evidence. Of a private one only kind and stance are told, to everybody.

    `relied_on`: the verdict names it; the others were gathered beside the claim.
    """

    kind: str
    stance: str
    relied_on: bool
    private: bool
    locator: str
    quote: str = ""
    terms: str = ""
    obtained_at: datetime | None = None
    obtained_by: str = ""

    @property
    def link(self) -> str:
        """The locator where a browser may follow it (http and https only), else ""."""
        return web_address(self.locator)

    @property
    def kind_label(self) -> str:
        return str(EvidenceKind(self.kind).label)

    @property
    def stance_label(self) -> str:
        return str(Stance(self.stance).label)

    @property
    def terms_label(self) -> str:
        return str(Terms(self.terms).label) if self.terms else ""


class OpenGate(NamedTuple):
    """A gate in spite of which an article was signed off, as `claims.gates` told it then."""

    code: str
    message: str
    number: int

    @property
    def words(self) -> str:
        """The sentence in the reader's language."""
        return gate_words.as_read(self.code, self.number, self.message)


class Corrected(NamedTuple):
    """What was wrong in the published piece, what stands there now ("": nothing), why, and since when."""

    old: str
    new: str
    why: str
    shown_at: datetime


class ArticleFacts(NamedTuple):
    """What a report says of an article. Signed off: by whom, when and which revision, while it stands.

    In spite of gates that were open: which they were (`exceptions`), and why. Since `erased_at` its words
    are gone, and tombstones stand in their place.
    """

    id: int
    title: str
    kind: str
    desk: str
    writer: str
    byline: str
    status: str
    published_at: datetime | None
    revision: int | None
    sha256: str
    extractor: str
    signed_off_by: str = ""
    signed_off_at: datetime | None = None
    signed_off_revision: int | None = None
    exceptions: tuple[OpenGate, ...] = ()
    exceptions_reason: str = ""
    corrections: tuple[Corrected, ...] = ()
    erased_at: datetime | None = None

    @property
    def is_final(self) -> bool:
        return self.status in FINAL

    @property
    def kind_label(self) -> str:
        return str(ArticleKind(self.kind).label)

    @property
    def status_label(self) -> str:
        return str(ArticleStatus(self.status).label)


class VerdictRow(NamedTuple):
    """A claim as a report tells it; without a verdict all from `rating` to `signed_off_at` is empty.

    `start` and `end` are code points of the revision's text, `score` is 0 to 1. `checked_by` proposed
    the verdict, `signed_off_by` approved it. `standalone` is the claim as it reads without its article, ""
    where its words need nothing added. `dismissed_because` is the reason of a dismissed claim.
    """

    article: ArticleFacts
    id: int
    start: int
    end: int
    text: str
    status: str
    kind: str
    claimant: str
    score: float
    standalone: str
    rating: str
    number: int | None
    icon: str
    colour: str
    outcome: str
    new_wording: str
    rationale: str
    confidence: str
    checked_by: str
    checked_at: datetime | None
    signed_off_by: str
    signed_off_at: datetime | None
    evidence: tuple[Source, ...]
    dismissed_because: str

    @property
    def status_label(self) -> str:
        return str(Status(self.status).label)

    @property
    def kind_label(self) -> str:
        return str(KINDS[Kind(self.kind)])

    @property
    def outcome_label(self) -> str:
        return str(Outcome(self.outcome).label) if self.outcome else ""

    @property
    def confidence_label(self) -> str:
        return str(Confidence(self.confidence).label) if self.confidence else ""

    @property
    def dismissed_words(self) -> str:
        """Why it was dismissed, in the reader's language where the desk has a word for it."""
        return reasons.as_read(self.dismissed_because)
