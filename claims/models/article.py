"""Articles and the versions of their text."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Job
from claims.models.in_words import InWords
from claims.priority import Risk
from claims.workflow import ArticleStatus

MAX_TITLE = 500
SEARCHABLE = (
    "en",
)  # the languages that there is a model for, by ISO 639-1; claims of others are marked by hand
USUAL_THRESHOLD = 0.5  # the check-worthiness from which a sentence is suggested, where a desk has not said


class ArticleKind(models.TextChoices):
    """Our own text before it runs, or one that somebody else published."""

    HOUSE = "house", _("house copy")
    OUTSIDE = "outside", _("outside copy")


class ArticleQuerySet(models.QuerySet):
    def for_listing(self):
        """With all that one line of a list shows; no text is read."""
        return self.select_related("desk", "writer", "submitted_by", "revision__extraction").defer(
            "revision__text",
            "revision__blocks",
            "revision__extraction__sentences",
            "revision__extraction__facts",
        )


class Article(InWords, models.Model):
    """A text under check. `title` names it and is never part of the text.

    `erased_at`: its words and all that was said of them are gone since then; nothing more happens to it.
    """

    title = models.CharField(max_length=MAX_TITLE)
    kind = models.CharField(max_length=8, choices=ArticleKind)
    desk = models.ForeignKey("accounts.Desk", models.PROTECT, related_name="articles")
    status = models.CharField(max_length=20, choices=ArticleStatus, default=ArticleStatus.RECEIVED)
    writer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="written"
    )
    byline = models.CharField(max_length=200, blank=True)
    submitted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="submitted")
    submitted_at = models.DateTimeField(default=timezone.now)
    published_at = models.DateTimeField(null=True, blank=True)
    due_at = models.DateTimeField(null=True, blank=True)
    risk = models.CharField(max_length=6, choices=Risk, default=Risk.NORMAL)
    restricted = models.BooleanField(default=False)
    readers = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="restricted_articles", blank=True)
    scale = models.ForeignKey("claims.RatingScale", models.PROTECT, related_name="articles")
    revision = models.ForeignKey(
        "claims.Revision", models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    version = models.PositiveIntegerField(default=1)
    erased_at = models.DateTimeField(null=True, blank=True)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["desk", "-id"], name="article_desk"),
            models.Index(fields=["status", "-id"], name="article_status"),
        ]

    def __str__(self):
        return f"article {self.pk}"  # never the title: this ends in logs and in the back office

    def get_absolute_url(self):
        return reverse("article", args=[self.pk])

    @property
    def author_id(self):
        """The id of its author for the four eyes; None on outside copy without a writer here."""
        if self.writer_id is None and self.kind == ArticleKind.HOUSE:
            return self.submitted_by_id
        return self.writer_id


class Revision(models.Model):
    """One version of an article's text; never changes once stored.

    `blocks` is a list of {"role", "start", "end"}; offsets count Unicode code points of `text`.
    """

    article = models.ForeignKey(Article, models.PROTECT, related_name="revisions", db_index=False)
    number = models.PositiveIntegerField(default=1)
    text = models.TextField()
    sha256 = models.CharField(max_length=64, db_index=True)
    blocks = models.JSONField(default=list)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    created_at = models.DateTimeField(default=timezone.now)

    PROVED = ("number", "text", "sha256")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="revision_number"),
            models.CheckConstraint(condition=~Q(text=""), name="revision_has_words"),
        ]

    def __str__(self):
        return f"{self.article_id}, revision {self.number}"


class Extraction(Job):
    """One run of the extractor over a revision, and the stored job that asks for it.

    `done` of `total` counts blocks; `sentences` is a list of {"start", "end", "score"}, and only where there
    is something to say of it "against": [{"cue", "start", "end"}] and "twin": {"start", "end"}, as in
    `extraction.Sentence`. `facts` are {"kind", "start", "end"} of all that a checker ticks, in a claim or
    not: number, date, name, quotation, superlative; in the order of the text. `language` is an ISO 639-1
    code, "" until it is known; `threshold` the score from which sentences were suggested. `date` is the
    article's, which relative dates were reckoned from: given with the article, or printed in it; None
    where there was none. `notices` are sentences for the editor about what could not be found out.
    """

    revision = models.OneToOneField(Revision, models.PROTECT, related_name="extraction")
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    extractor = models.CharField(max_length=40, blank=True)
    language = models.CharField(max_length=8, blank=True)
    threshold = models.FloatField(default=USUAL_THRESHOLD)
    sentences = models.JSONField(default=list)
    facts = models.JSONField(default=list)
    date = models.DateField(null=True, blank=True)
    date_printed = models.BooleanField(default=False)
    notices = models.JSONField(default=list)

    def __str__(self):
        return f"extraction {self.pk} ({self.state})"

    @property
    def is_foreign(self):
        """The text is in a language without a model: nothing was suggested, whatever stands in it."""
        return self.language not in {"", *SEARCHABLE}


class IdempotencyKey(models.Model):
    """A submission that a client may repeat: the same key and body give the same article."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", db_index=False)
    key = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    article = models.ForeignKey(Article, models.CASCADE, related_name="+", db_index=False)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "key"], name="idempotency_key_per_person")]

    def __str__(self):
        return self.key
