"""Claims: checkable statements, each a span of a revision."""

from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Value, When
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from claims.models.article import ArticleKind
from claims.models.in_words import InWords
from claims.models.verdict import Standing, Verdict
from claims.models.walked import Walked
from claims.priority import DueStep, Risk, parts
from claims.text.kinds import Kind
from claims.workflow import DECIDED, FINISHED, UNFINISHED, Status

NO_DEADLINE = datetime(9999, 12, 31, tzinfo=UTC)  # sorts behind every real one
IN_HANDS = [Status.IN_CHECK, Status.AWAITING_SECOND_CHECK]  # where an assignee holds a claim
# What lists are filtered by. At the end of an index it is read there, and the row only where it fits.
FILTERED_BY = ["kind", "risk", "desk", "assignee"]


def due_within(step, now=None):
    """The condition on `due_order` of an unfinished claim that is in the deadline step `step`."""
    now = now or timezone.now()
    day, week = now + timedelta(days=1), now + timedelta(days=7)
    return {
        DueStep.OVERDUE: Q(due_order__lte=now),
        DueStep.TODAY: Q(due_order__gt=now, due_order__lte=day),
        DueStep.WEEK: Q(due_order__gt=day, due_order__lte=week),
        DueStep.LATER: Q(due_order__gt=week, due_order__lt=NO_DEADLINE),
        DueStep.NONE: Q(due_order=NO_DEADLINE),
    }[DueStep(step)]


class Origin(models.TextChoices):
    MACHINE = "machine", _("found by the extractor")
    HAND = "hand", _("marked by hand")


KINDS = {  # in the reader's language
    Kind.QUANTITY: _("Quantity"),
    Kind.DATE_OR_SEQUENCE: _("Date or sequence"),
    Kind.QUOTATION: _("Quotation"),
    Kind.ATTRIBUTION: _("Attribution"),
    Kind.EVENT: _("Event"),
    Kind.CAUSE: _("Cause"),
    Kind.COMPARISON: _("Comparison"),
    Kind.LAW_OR_RULE: _("Law or rule"),
    Kind.BIOGRAPHY_OR_TITLE: _("Biography or title"),
    Kind.OTHER: _("Other"),
}


class ClaimQuerySet(models.QuerySet):
    def free(self):
        """In the queue: open, held by nobody."""
        return self.filter(status=Status.OPEN)

    def free_for_second_check(self, user):
        """With a first verdict that is not by `user`, held by nobody."""
        given = Verdict.objects.filter(claim=OuterRef("pk"), standing=Standing.BLIND, author=user)
        return self.filter(~Exists(given), status=Status.AWAITING_SECOND_CHECK, assignee=None)

    def changed_in_words(self):
        """With a verdict on words that changed since: somebody has to look at them."""
        return self.alias(walked_status=Walked("status")).filter(
            wants_a_glance=True, walked_status__in=DECIDED
        )

    def held(self):
        return self.filter(assignee__isnull=False, status__in=IN_HANDS)

    def held_by(self, user):
        return self.filter(assignee=user, status__in=IN_HANDS)

    def held_by_any(self, people):
        return self.filter(assignee__in=people, status__in=IN_HANDS)

    def written_by_others(self, user):
        """Of articles whose author, by the rule of `Article.author_id`, is not `user`."""
        unsigned = Q(article__kind=ArticleKind.HOUSE, article__writer=None, article__submitted_by=user)
        return self.exclude(article__writer=user).exclude(unsigned)

    def due(self, *steps, now=None):
        """Unfinished claims of one or more deadline steps, by the same bounds as `priority.due_step`."""
        chosen = Q()
        for step in steps:
            chosen |= due_within(step, now)
        return self.alias(walked_status=Walked("status")).filter(chosen, walked_status__in=UNFINISHED)

    def for_listing(self):
        """With all that one line of a list shows, and the `language` of its words, None where unknown."""
        rows = self.select_related("article", "desk", "assignee", "verdict__rating").defer("cues", "names")
        return rows.annotate(language=F("revision__extraction__language"))


class Claim(InWords, models.Model):
    """A checkable statement: `text` equals `revision.text[start:end]`.

    `standalone` is the same as it can be read without its article, with what was added in brackets; ""
    where the words need nothing added, and for a claim marked by hand.
    `desk` repeats the article's, so that a page of the queue is read from one index. `score` is the
    check-worthiness, 0 to 1; a claim marked by hand has 1. `cues`, `quantities`, `dates` and `names`
    are lists of objects with offsets into the revision, as in `extraction.Candidate`. `priority`
    stores the sum of `priority.parts`, `due_order` the deadline of an unfinished claim, and
    NO_DEADLINE for all others. `version` grows with every step and guards it.
    """

    article = models.ForeignKey("claims.Article", models.PROTECT, related_name="claims", db_index=False)
    desk = models.ForeignKey("accounts.Desk", models.PROTECT, related_name="+", db_index=False)
    revision = models.ForeignKey("claims.Revision", models.PROTECT, related_name="claims", db_index=False)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.TextField()
    standalone = models.TextField(blank=True, default="")
    status = models.CharField(max_length=24, choices=Status, default=Status.SUGGESTED)
    score = models.FloatField(default=1.0)
    kind = models.CharField(max_length=24, choices=list(KINDS.items()), default=Kind.OTHER)
    cues = models.JSONField(default=list)
    claimant = models.CharField(max_length=200, blank=True)
    quantities = models.JSONField(default=list)
    dates = models.JSONField(default=list)
    names = models.JSONField(default=list)
    origin = models.CharField(max_length=8, choices=Origin, default=Origin.MACHINE)
    prominence = models.PositiveSmallIntegerField(default=0)
    risk = models.CharField(max_length=6, choices=Risk, default=Risk.NORMAL)
    due_at = models.DateTimeField(null=True, blank=True)
    due_order = models.GeneratedField(
        expression=Case(
            # by code, or the migrations would change with the order of a set
            When(status__in=sorted(status.value for status in FINISHED), then=Value(NO_DEADLINE)),
            default=Coalesce(F("due_at"), Value(NO_DEADLINE)),
        ),
        output_field=models.DateTimeField(),
        db_persist=True,
    )
    priority = models.PositiveSmallIntegerField(default=0)
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    verdict = models.ForeignKey(
        "claims.Verdict", models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    second_verdict = models.ForeignKey(
        "claims.Verdict", models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    wants_a_glance = models.BooleanField(default=False)
    continued_in = models.ForeignKey(  # merged into, or split into, with others
        "self", models.PROTECT, null=True, blank=True, related_name="continues", db_index=False
    )
    returned_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(default=timezone.now)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["revision", "start", "end"],
                condition=~Q(status=Status.CLOSED),  # what was merged may be split again
                name="claim_one_per_span",
            ),
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="claim_span_not_empty"),
            models.CheckConstraint(condition=Q(score__gte=0, score__lte=1), name="claim_score_0_to_1"),
        ]
        indexes = [  # each serves one order of the queue: equality first, then the keyset
            models.Index(
                fields=["-priority", "id", "status", *FILTERED_BY, "due_order"], name="claim_by_priority"
            ),
            models.Index(
                fields=["status", "-priority", "id", *FILTERED_BY, "due_order"], name="claim_by_status"
            ),
            models.Index(fields=["assignee", "status", "-priority", "id"], name="claim_by_assignee"),
            models.Index(fields=["article", "status", "start"], name="claim_by_article"),
            models.Index(fields=["due_order", "id", "status", *FILTERED_BY], name="claim_by_deadline"),
            models.Index(fields=["-score", "id", "status", *FILTERED_BY, "due_order"], name="claim_by_score"),
            models.Index(  # a few of very many
                fields=["-priority", "id"], name="claim_wants_a_glance", condition=Q(wants_a_glance=True)
            ),
        ]

    def __str__(self):
        return f"claim {self.pk}"  # never the words: this ends in logs and in the back office

    def get_absolute_url(self):
        return reverse("claim", args=[self.pk])

    @property
    def is_finished(self):
        return self.status in FINISHED

    def priority_parts(self, now=None):
        """The named parts that `priority` sums up, at the time `now`."""
        return parts(
            risk=self.risk,
            due_at=self.due_at,
            prominence=self.prominence,
            score=self.score,
            now=now or timezone.now(),
        )
