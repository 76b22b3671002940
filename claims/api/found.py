"""What was found in a text, field by field, for the description of the API; offsets count its code points."""

from rest_framework import serializers as s

from claims.api.fields import nullable
from claims.text import Kind
from claims.workflow import Status


class PlaceOutput(s.Serializer):
    start = s.IntegerField(help_text="Offsets count Unicode code points of the text.")
    end = s.IntegerField()


class BlockOutput(PlaceOutput):
    role = s.CharField()


class CueOutput(PlaceOutput):
    cue = s.CharField(help_text="In plain words; the characters are those that say so.")


class SentenceOutput(PlaceOutput):
    score = s.FloatField(help_text="0.5 and above: check-worthy.")
    against = CueOutput(many=True, help_text="What speaks against a claim.")
    twin = nullable(
        PlaceOutput,
        help_text="The sentence of the body that a point of key takeaways repeats: claimed there.",
    )


class QuantityOutput(PlaceOutput):
    text = s.CharField()
    number = nullable(s.FloatField, help_text="null: “dozens of”")
    unit = s.CharField()
    approximate = s.BooleanField()


class DateOutput(PlaceOutput):
    text = s.CharField()
    value = nullable(s.CharField, help_text="ISO 8601, cut to the precision; null where nothing fixes it.")
    precision = s.CharField()
    relative = s.BooleanField(required=False, help_text="Reckoned from the article's date.")


class NameOutput(PlaceOutput):
    text = s.CharField()
    name = s.CharField(help_text="The fullest form that the article uses.")


class FoundClaim(s.Serializer):
    id = s.IntegerField()
    start = s.IntegerField()
    end = s.IntegerField()
    text = s.CharField()
    standalone = s.CharField(help_text="To be read without the article, with what was added in brackets.")
    status = s.ChoiceField(Status.choices)
    score = s.FloatField()
    kind = s.ChoiceField([kind.value for kind in Kind])
    cues = CueOutput(many=True, help_text="Why the words were chosen.")
    claimant = s.CharField(help_text="Who says it; empty: the author.")
    quantities = QuantityOutput(many=True)
    dates = DateOutput(many=True)
    names = NameOutput(many=True)


class ArticleText(s.Serializer):
    article = s.IntegerField()
    revision = s.IntegerField()
    sha256 = s.CharField()
    language = s.CharField()
    title = s.CharField()
    text = s.CharField()
    blocks = BlockOutput(many=True)
    sentences = SentenceOutput(many=True)
    claims = FoundClaim(many=True)
    date = nullable(s.DateField, help_text="Of the article, given or printed: relative dates rest on it.")
    notices = s.ListField(child=s.CharField(), help_text="What could not be found out, for the editor.")
