"""What the API answers, field by field, for its description.

The rows themselves are made in `rows.py` as plain dicts, three times as fast; a test keeps the two together.
"""

from rest_framework import serializers as s

from accounts.models import JobState
from accounts.policy import Role
from claims.api.fields import nullable
from claims.api.found import FoundClaim
from claims.models import ArticleKind, Confidence, EvidenceKind, Origin, Outcome, Stance, Standing, Terms
from claims.priority import Risk
from claims.workflow import ArticleStatus, Status


class DeskOutput(s.Serializer):
    id = s.IntegerField()
    slug = s.SlugField()
    name = s.CharField()


class Me(s.Serializer):
    id = s.IntegerField()
    email = s.EmailField()
    name = s.CharField()
    role = s.ChoiceField(Role.choices)
    desks = DeskOutput(many=True, help_text="The first is the desk that submitted articles go to.")


class ExtractionOutput(s.Serializer):
    state = s.ChoiceField(JobState.choices)
    done = s.IntegerField(help_text="Blocks searched so far.")
    total = s.IntegerField()
    error = s.CharField()


class ClaimCounts(s.Serializer):
    total = s.IntegerField()

    def get_fields(self):
        return super().get_fields() | {status.value: s.IntegerField() for status in Status}


class ArticleOutput(s.Serializer):
    id = s.IntegerField()
    title = s.CharField()
    kind = s.ChoiceField(ArticleKind.choices)
    status = s.ChoiceField(ArticleStatus.choices)
    desk = s.SlugField()
    writer = nullable(s.IntegerField)
    writer_name = nullable(s.CharField)
    byline = s.CharField()
    submitted_by = s.IntegerField()
    submitted_by_name = s.CharField()
    submitted_at = s.DateTimeField()
    published_at = nullable(s.DateTimeField)
    due_at = nullable(s.DateTimeField)
    risk = s.ChoiceField(Risk.choices)
    restricted = s.BooleanField()
    scale = s.SlugField()
    revision = nullable(s.IntegerField)
    sha256 = nullable(s.CharField, help_text="Of the text of the revision, in UTF-8.")
    version = s.IntegerField()
    erased_at = nullable(s.DateTimeField, help_text="Its words are gone; every step is 409 `article_erased`.")
    extraction = nullable(ExtractionOutput)
    claims = ClaimCounts()


class Caution(s.Serializer):
    code = s.ChoiceField(["same_text"])
    message = s.CharField()
    article = s.IntegerField()


class SubmittedArticle(ArticleOutput):
    warnings = Caution(many=True)


class PriorityPart(s.Serializer):
    name = s.CharField()
    points = s.IntegerField()


class PriorityOutput(s.Serializer):
    total = s.IntegerField()
    parts = PriorityPart(many=True)


class VerdictSummary(s.Serializer):
    id = s.IntegerField()
    rating = s.IntegerField()
    rating_slug = s.SlugField()
    rating_label = s.CharField()
    outcome = s.ChoiceField(Outcome.choices, allow_blank=True)
    confidence = s.ChoiceField(Confidence.choices)
    author = s.IntegerField()
    author_name = s.CharField()
    standing = s.ChoiceField(Standing.choices)


class ClaimOutput(FoundClaim):
    article = s.IntegerField()
    revision = s.IntegerField()
    desk = s.SlugField()
    origin = s.ChoiceField(Origin.choices)
    risk = s.ChoiceField(Risk.choices)
    priority = PriorityOutput()
    due_at = nullable(s.DateTimeField)
    assignee = nullable(s.IntegerField)
    assignee_name = nullable(s.CharField)
    verdict = nullable(VerdictSummary)
    wants_a_glance = s.BooleanField(help_text="Its words changed since: `seen/` says that you looked.")
    returned_at = nullable(s.DateTimeField)
    version = s.IntegerField()
    created_at = s.DateTimeField()


class EvidenceOutput(s.Serializer):
    """Of a private source that the reader may not see, `source` says so and what tells of it is null."""

    id = s.IntegerField()
    claim = s.IntegerField()
    kind = s.ChoiceField(EvidenceKind.choices)
    stance = nullable(s.ChoiceField, choices=Stance.choices, help_text="Null: of a first, blind verdict.")
    private = s.BooleanField()
    locator = nullable(s.CharField)
    quote = nullable(s.CharField)
    terms = nullable(s.ChoiceField, choices=Terms.choices)
    obtained_at = nullable(s.DateTimeField)
    added_by = nullable(s.IntegerField)
    added_by_name = nullable(s.CharField)
    created_at = s.DateTimeField()

    def get_fields(self):
        return super().get_fields() | {"source": s.CharField(help_text="The locator, or “private source”.")}


class NoteOutput(s.Serializer):
    id = s.IntegerField()
    claim = s.IntegerField()
    parent = nullable(s.IntegerField)
    body = s.CharField()
    author = s.IntegerField()
    author_name = s.CharField()
    mentioned = s.ListField(child=s.IntegerField())
    created_at = s.DateTimeField()
    resolved_at = nullable(s.DateTimeField, help_text="Of the first note of a thread: of all of it.")
    resolved_by = nullable(s.IntegerField)
    resolved_by_name = nullable(s.CharField)


class VerdictOutput(VerdictSummary):
    claim = s.IntegerField()
    rationale = s.CharField()
    new_wording = s.CharField()
    waived_until = nullable(s.DateTimeField, help_text="Of the outcome on_author; null: for good.")
    evidence = s.ListField(child=s.IntegerField())
    created_at = s.DateTimeField()


class ClaimDetail(ClaimOutput):
    evidence = EvidenceOutput(many=True)
    verdicts = VerdictOutput(many=True)
    notes = NoteOutput(many=True)
    steps = s.ListField(child=s.CharField(), help_text="The steps that you may take now.")


class EventOutput(s.Serializer):
    id = s.IntegerField()
    kind = s.CharField()
    at = s.DateTimeField()
    by = nullable(s.IntegerField, help_text="null: the system")
    by_name = nullable(s.CharField)
    before = s.DictField()
    after = s.DictField()
    note = s.CharField()


class RatingOutput(s.Serializer):
    id = s.IntegerField()
    slug = s.SlugField()
    order = s.IntegerField()
    number = nullable(s.IntegerField, help_text="Only for steps on the line from false to true.")
    icon = s.CharField()
    colour = s.CharField()
    explanation = s.CharField()

    def get_fields(self):
        return super().get_fields() | {"label": s.CharField()}


class ExportProgress(s.Serializer):
    done = s.IntegerField(help_text="Claims written so far.")
    total = s.IntegerField()


class ExportOutput(s.Serializer):
    id = s.IntegerField()
    state = s.ChoiceField(JobState.choices)
    progress = ExportProgress()
    url = nullable(s.URLField, help_text="Of the file, once it is done.")
    error = s.CharField()
    format = s.CharField()
    article = nullable(s.IntegerField)
    filters = s.DictField()
    queued_at = s.DateTimeField()
    expires_at = nullable(s.DateTimeField)


class ErrorBody(s.Serializer):
    code = s.CharField()
    message = s.CharField()

    def get_fields(self):
        return super().get_fields() | {"fields": s.DictField(child=s.ListField(child=s.CharField()))}


class BulkResult(s.Serializer):
    id = s.IntegerField()
    ok = s.BooleanField()
    status = s.ChoiceField(Status.choices, required=False)
    version = s.IntegerField(required=False)
    error = ErrorBody(required=False)


class ErrorOutput(s.Serializer):
    """`claim_changed`, `not_holder` and `article_changed` carry the present state as well."""

    error = ErrorBody()
