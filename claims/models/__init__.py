from .article import (
    MAX_TITLE,
    SEARCHABLE,
    USUAL_THRESHOLD,
    Article,
    ArticleKind,
    Extraction,
    IdempotencyKey,
    Revision,
)
from .claim import Claim, Origin
from .desk_setting import HIGHEST_THRESHOLD, LOWEST_THRESHOLD, DeskSetting
from .evidence import Evidence, EvidenceKind, Note, Stance, Terms
from .export import Export, Heartbeat
from .rating import Colour, Rating, RatingScale
from .verdict import Confidence, Outcome, SignOff, Standing, Verdict

__all__ = [
    "HIGHEST_THRESHOLD",
    "LOWEST_THRESHOLD",
    "MAX_TITLE",
    "SEARCHABLE",
    "USUAL_THRESHOLD",
    "Article",
    "ArticleKind",
    "Claim",
    "Colour",
    "Confidence",
    "DeskSetting",
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
