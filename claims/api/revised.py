"""What the API answers on new versions of a text, field by field, for its description."""

from rest_framework import serializers as s

from claims.anchoring import Change
from claims.api.fields import nullable


class PieceOutput(s.Serializer):
    """Of what is "equal" and "insert", joined, the new text is made."""

    op = s.ChoiceField(["equal", "insert", "delete"])
    text = s.CharField()


class CarriedOutput(s.Serializer):
    id = s.IntegerField()
    start = nullable(s.IntegerField, help_text="In the new text; null where no words are left.")
    end = nullable(s.IntegerField)
    why = s.CharField()

    def get_fields(self):
        return super().get_fields() | {"class": s.ChoiceField([change.value for change in Change])}


class RevisionOutput(s.Serializer):
    revision = nullable(s.IntegerField, help_text="null in a preview: nothing is stored.")
    diff = PieceOutput(many=True)
    claims = CarriedOutput(many=True)


class ChangeCounts(s.Serializer):
    def get_fields(self):
        return super().get_fields() | {change.value: s.IntegerField() for change in Change}


class RevisionRow(s.Serializer):
    id = s.IntegerField()
    number = s.IntegerField()
    sha256 = s.CharField(help_text="Of the text, in UTF-8.")
    created_at = s.DateTimeField()
    created_by = s.IntegerField()
    created_by_name = s.CharField()
    claims = nullable(ChangeCounts, help_text="What became of them; null where you only read.")
