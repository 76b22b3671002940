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
from .claim import KINDS, Claim, Origin
from .desk_setting import HIGHEST_THRESHOLD, LOWEST_THRESHOLD, DeskSetting
from .draft import LONGEST_PLACE, MOST_IN_A_DRAFT, Draft
from .erasure import Erasure, ErasureState
from .evidence import Evidence, EvidenceKind, Note, Stance, Terms
from .export import Export, Heartbeat
from .fix import Fix, FixState, GuestLink, Waiver
from .notice import Notice, NoticeKind, Watch
from .presence import HERE_FOR, WRITING_FOR, Presence
from .published import CommentAnswer, CommentRequest, Correction, Publication, Reminder
from .rating import Colour, Rating, RatingScale
from .saved_view import SavedView
from .verdict import Confidence, Outcome, SignOff, Standing, Verdict

__all__ = [
    "HERE_FOR",
    "HIGHEST_THRESHOLD",
    "KINDS",
    "LONGEST_PLACE",
    "LONGEST_WHY",
    "LOWEST_THRESHOLD",
    "MAX_TITLE",
    "MOST_IN_A_DRAFT",
    "SEARCHABLE",
    "USUAL_THRESHOLD",
    "WRITING_FOR",
    "Article",
    "ArticleKind",
    "Carried",
    "CheckRule",
    "Claim",
    "Colour",
    "CommentAnswer",
    "CommentRequest",
    "Confidence",
    "Correction",
    "DeskSetting",
    "Draft",
    "Erasure",
    "ErasureState",
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
    "Notice",
    "NoticeKind",
    "Origin",
    "Outcome",
    "Presence",
    "Publication",
    "Rating",
    "RatingScale",
    "Reminder",
    "Revision",
    "SavedView",
    "SignOff",
    "Stance",
    "Standing",
    "Terms",
    "Verdict",
    "Waiver",
    "Watch",
]
