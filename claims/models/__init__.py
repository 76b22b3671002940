from .article import MAX_TITLE, Article, ArticleKind, Extraction, IdempotencyKey, Revision
from .claim import Claim, Origin
from .evidence import Evidence, EvidenceKind, Note, Stance, Terms
from .export import Export, Heartbeat
from .rating import Colour, Rating, RatingScale
from .verdict import Confidence, Outcome, SignOff, Standing, Verdict

__all__ = [
    "MAX_TITLE",
    "Article",
    "ArticleKind",
    "Claim",
    "Colour",
    "Confidence",
    "Evidence",
    "EvidenceKind",
    "Export",
    "Extraction",
    "Heartbeat",
    "IdempotencyKey",
    "Note",
    "Origin",
    "Outcome",
    "Rating",
    "RatingScale",
    "Revision",
    "SignOff",
    "Stance",
    "Standing",
    "Terms",
    "Verdict",
]
