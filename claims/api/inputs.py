"""What the calls of the API may be sent."""

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from claims.api.fields import (
    Body,
    Choice,
    Id,
    Line,
    Moment,
    NotYet,
    Text,
    optional,
)
from claims.filters import CLAIM_FILTERS
from claims.forms import LONGEST_REASON, LONGEST_TEXT
from claims.gates import CODES, named
from claims.models import ArticleKind, Confidence, EvidenceKind, Outcome, Stance, Terms
from claims.priority import Risk

MOST_AT_ONCE = 1000


class ArticleInput(Body):
    title = optional(Line)
    text = Text(raw=True, allow_blank=True)  # the action says what is wrong with an empty one
    headline = optional(Line)
    standfirst = optional(Line)
    kind = Choice(ArticleKind.choices)
    desk = serializers.CharField(required=False, help_text="Slug or id; else the desk you joined first.")
    writer = Id(required=False, allow_null=True, default=None)
    byline = optional(Line, max_length=200)
    published_at = Moment(required=False, allow_null=True, default=None)
    due_at = Moment(required=False, allow_null=True, default=None)
    risk = Choice(Risk.choices, default=Risk.NORMAL)
    restricted_to = serializers.ListField(
        child=Id(), required=False, allow_null=True, default=None, max_length=MOST_AT_ONCE
    )
    url = NotYet("Articles cannot be fetched from an address yet: send the words in `text`.")
    file = NotYet("Files cannot be read yet: send the words in `text`.")


class NewVersion(Body):
    text = Text(raw=True, allow_blank=True)  # as in an article
    base = Id(help_text="The id of the revision compared with; where it is not the newest, 409.")


class OpenGate(Line):
    """A gate by its code, or with the number that was seen."""

    def to_internal_value(self, data):
        said = super().to_internal_value(data)
        if named(said) is None:
            raise serializers.ValidationError(f"“{said}” is not one of {', '.join(CODES)}.")
        return said


class SeenRevision(Body):
    revision = Id(help_text="The id of the revision that was seen.")
    note = optional(max_length=LONGEST_REASON)
    exceptions = serializers.ListField(
        child=OpenGate(),
        required=False,
        default=list,
        help_text=(
            "Open gates in spite of which it is signed off, by their codes; `note` then says why. "
            "With the number you saw (`stale:3`) it answers 409 where there are more by now."
        ),
    )


class Reopening(Body):
    revision = Id(required=False, help_text="The id of the revision that was seen; a newer one answers 409.")
    note = optional(max_length=LONGEST_REASON)


class Nothing(Body):
    pass


class Mark(Body):
    article = Id()
    start = serializers.IntegerField(min_value=0, max_value=10**9)
    end = serializers.IntegerField(min_value=0, max_value=10**9)
    revision = Id(
        required=False,
        help_text="The id of the revision in which the words were seen; a newer one answers 409.",
    )


class StepInput(Body):
    """Each step needs another part of this. `reason` and `note` are one and the same."""

    reason = optional(max_length=LONGEST_REASON)
    note = optional(max_length=LONGEST_REASON)
    assignee = Id(required=False)
    verdict = Id(required=False, help_text="The id of the verdict that was seen.")
    risk = Choice(Risk.choices, required=False)
    due_at = Moment(required=False, allow_null=True, help_text="null: no deadline.")
    version = Id(required=False, help_text="The version that was seen; a newer one answers 409.")


@extend_schema_field({"type": ["string", "integer", "array"], "items": {"type": ["string", "integer"]}})
class Values(serializers.Field):
    """One value of a filter or several: text with commas, a number, or a list of these."""

    def __init__(self):
        super().__init__(required=False, allow_null=True)

    def to_internal_value(self, data):
        values = data if isinstance(data, list) else [data]
        if any(isinstance(value, bool) or not isinstance(value, str | int) for value in values):
            raise serializers.ValidationError("Give text, a number, or a list of these.")
        return data


class Filters(Body):
    def get_fields(self):
        return {name: Values() for name in (*CLAIM_FILTERS, "order")}


class BulkStep(StepInput):
    ids = serializers.ListField(child=Id(), required=False, allow_empty=False, max_length=MOST_AT_ONCE)
    filters = Filters(required=False)
    step = serializers.CharField()

    def validate(self, data):
        if ("ids" in data) == ("filters" in data):
            raise serializers.ValidationError("Send either ids or filters.")
        return data


class EvidenceInput(Body):
    kind = Choice(EvidenceKind.choices)
    locator = Line(max_length=2000)
    quote = optional(max_length=LONGEST_TEXT)
    stance = Choice(Stance.choices)
    terms = Choice(Terms.choices, default=Terms.ON_RECORD)
    private = serializers.BooleanField(default=False)
    obtained_at = Moment(required=False, allow_null=True, default=None)


class NoteInput(Body):
    body = Text()

    def get_fields(self):
        return super().get_fields() | {"parent": Id(required=False, allow_null=True, default=None)}


class VerdictInput(Body):
    rating = serializers.CharField(help_text="The id or slug of a rating on the claim's scale.")
    rationale = Text(max_length=LONGEST_TEXT)
    outcome = Choice(Outcome.choices, required=False, allow_blank=True, default="")
    new_wording = optional(max_length=LONGEST_TEXT)
    waived_until = Moment(
        required=False, allow_null=True, default=None, help_text="Of the outcome on_author."
    )
    confidence = Choice(Confidence.choices, default=Confidence.MEDIUM)
    evidence = serializers.ListField(child=Id(), required=False, default=list, max_length=MOST_AT_ONCE)
    version = Id(required=False)


class ExportInput(Body):
    """A report of one article, or of all claims that the filters name."""

    article = Id(required=False, allow_null=True, default=None)
    filters = Filters(required=False)
    format = serializers.CharField()
    options = serializers.DictField(required=False)
