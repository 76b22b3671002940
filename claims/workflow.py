"""Statuses and the legal moves between them; pure: no rows and no users.

The tables are those of the product page. Who may take a step is the business of `claims.policy`.
"""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Status(TextChoices):
    """Where a claim stands."""

    SUGGESTED = "suggested", _("suggested")
    OPEN = "open", pgettext_lazy("status of a claim", "open")
    IN_CHECK = "in_check", _("in check")
    AWAITING_SECOND_CHECK = "awaiting_second_check", _("awaiting second check")
    AWAITING_SIGN_OFF = "awaiting_sign_off", _("awaiting sign-off")
    RESOLVED = "resolved", _("resolved")
    DISMISSED = "dismissed", _("dismissed")
    CLOSED = "closed", _("closed")


class ArticleStatus(TextChoices):
    """Where an article stands."""

    RECEIVED = "received", _("received")
    EXTRACTING = "extracting", _("extracting")
    EXTRACTION_FAILED = "extraction_failed", _("extraction failed")
    CHECKING = "checking", _("checking")
    READY = "ready", _("ready")
    SIGNED_OFF = "signed_off", _("signed off")
    CLOSED = "closed", _("closed")


MOVES = {
    Status.SUGGESTED: {Status.OPEN, Status.DISMISSED, Status.CLOSED},
    Status.OPEN: {Status.IN_CHECK, Status.DISMISSED, Status.CLOSED},
    # in check to itself: reassigned
    Status.IN_CHECK: {
        Status.IN_CHECK,
        Status.OPEN,
        Status.AWAITING_SECOND_CHECK,
        Status.AWAITING_SIGN_OFF,
        Status.DISMISSED,
        Status.CLOSED,
    },
    # to itself: taken or reassigned for the second check
    Status.AWAITING_SECOND_CHECK: {
        Status.AWAITING_SECOND_CHECK,
        Status.AWAITING_SIGN_OFF,
        Status.IN_CHECK,
        Status.OPEN,
        Status.CLOSED,
    },
    Status.AWAITING_SIGN_OFF: {Status.IN_CHECK, Status.OPEN, Status.RESOLVED, Status.CLOSED},
    Status.RESOLVED: {Status.IN_CHECK, Status.OPEN, Status.CLOSED},
    Status.DISMISSED: {Status.OPEN, Status.CLOSED},
    Status.CLOSED: set(),
}

# To itself: a new revision came.
ARTICLE_MOVES = {
    ArticleStatus.RECEIVED: {
        ArticleStatus.RECEIVED,
        ArticleStatus.EXTRACTING,
        ArticleStatus.EXTRACTION_FAILED,
    },
    ArticleStatus.EXTRACTING: {
        ArticleStatus.EXTRACTING,
        ArticleStatus.CHECKING,
        ArticleStatus.READY,
        ArticleStatus.EXTRACTION_FAILED,
    },
    ArticleStatus.EXTRACTION_FAILED: {ArticleStatus.EXTRACTING},
    # from checking to signed off: in spite of gates that the sign-off names
    ArticleStatus.CHECKING: {ArticleStatus.CHECKING, ArticleStatus.READY, ArticleStatus.SIGNED_OFF},
    ArticleStatus.READY: {ArticleStatus.CHECKING, ArticleStatus.SIGNED_OFF},
    ArticleStatus.SIGNED_OFF: {ArticleStatus.CHECKING, ArticleStatus.CLOSED},
    ArticleStatus.CLOSED: {ArticleStatus.CHECKING},
}

# The steps of a claim: from which statuses each may be taken. Buttons, doors and refusals read this.
STEPS = {
    "accept": {Status.SUGGESTED},
    "dismiss": {Status.SUGGESTED, Status.OPEN, Status.IN_CHECK},
    "restore": {Status.DISMISSED},
    "take": {Status.OPEN, Status.AWAITING_SECOND_CHECK},
    "assign": {Status.OPEN, Status.IN_CHECK, Status.AWAITING_SECOND_CHECK},
    "release": {Status.IN_CHECK, Status.AWAITING_SECOND_CHECK},
    "propose": {Status.IN_CHECK, Status.AWAITING_SECOND_CHECK},
    "withdraw": {Status.AWAITING_SIGN_OFF, Status.AWAITING_SECOND_CHECK},
    "sign_off": {Status.AWAITING_SIGN_OFF},
    "return": {Status.AWAITING_SIGN_OFF},
    "reopen": {Status.RESOLVED},
}

# Where a claim stands in somebody's hands, and where it waits for the next.
HELD_IN = {
    Status.OPEN: Status.IN_CHECK,
    Status.IN_CHECK: Status.IN_CHECK,
    Status.AWAITING_SECOND_CHECK: Status.AWAITING_SECOND_CHECK,
}
FREE_IN = {
    Status.IN_CHECK: Status.OPEN,
    Status.AWAITING_SECOND_CHECK: Status.AWAITING_SECOND_CHECK,
}

# No verdict stands on the words: they may be told anew, split and merged.
RESHAPED = {Status.SUGGESTED, Status.OPEN, Status.IN_CHECK}

# A verdict was given: new facts in the words send the claim back.
DECIDED = {Status.AWAITING_SECOND_CHECK, Status.AWAITING_SIGN_OFF, Status.RESOLVED}

# Work that is over: nothing is due, nothing stands in the way of sign-off.
FINISHED = {Status.RESOLVED, Status.DISMISSED, Status.CLOSED}
UNFINISHED = set(Status) - FINISHED

# Articles whose report is final: what was found can be read by all who see them.
FINAL = {ArticleStatus.SIGNED_OFF, ArticleStatus.CLOSED}


class WorkflowError(Exception):
    """The wrong moment: answered with 409 on every door.

    `code` is for programs, `message` for people; `state` says how things stand now.
    """

    code = "wrong_moment"

    def __init__(self, message, **state):
        super().__init__(message)
        self.message = message
        self.state = state


class ClaimChanged(WorkflowError):
    """The claim is not, or no longer, where the step begins."""

    code = "claim_changed"


class NotHolder(WorkflowError):
    """Somebody else holds the claim."""

    code = "not_holder"


class ArticleChanged(WorkflowError):
    """The article is not, or no longer, where the step begins; open gates stand in `state`."""

    code = "article_changed"


class ArticleErased(WorkflowError):
    """The words of the article are gone: nothing more happens to it."""

    code = "article_erased"


def check_move(moves, source, target):
    """Raise ValueError for a move that the table does not hold: a fault of ours, never of a person."""
    if target not in moves[source]:
        raise ValueError(f"{source} does not lead to {target}")
