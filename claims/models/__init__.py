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
from .carried import LONGEST_WHY, Carried
from .check_rule import CheckRule
from .claim import Claim, Origin
from .desk_setting import HIGHEST_THRESHOLD, LOWEST_THRESHOLD, DeskSetting
from .evidence import Evidence, EvidenceKind, Note, Stance, Terms
from .export import Export, Heartbeat
from .fix import Fix, FixState, GuestLink, Waiver
from .published import CommentRequest, Correction, Publication, Reminder
from .rating import Colour, Rating, RatingScale
from .verdict import Confidence, Outcome, SignOff, Standing, Verdict

__all__ = [
    "HIGHEST_THRESHOLD",
    "LONGEST_WHY",
    "LOWEST_THRESHOLD",
    "MAX_TITLE",
    "SEARCHABLE",
    "USUAL_THRESHOLD",
    "Article",
    "ArticleKind",
    "Carried",
    "CheckRule",
    "Claim",
    "Colour",
    "CommentRequest",
    "Confidence",
    "Correction",
    "DeskSetting",
    "Evidence",
    "EvidenceKind",
    "Export",
    "Extraction",
    "Fix",
    "FixState",
    "GuestLink",
    "Heartbeat",
    "IdempotencyKey",
    "Note",
    "Origin",
    "Outcome",
    "Publication",
    "Rating",
    "RatingScale",
    "Reminder",
    "Revision",
    "SignOff",
    "Stance",
    "Standing",
    "Terms",
    "Verdict",
    "Waiver",
]
