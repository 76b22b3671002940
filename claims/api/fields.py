"""The kinds of value that a body may hold."""

from datetime import UTC

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from claims.api.errors import NotBuilt
from claims.text import normalise

LARGEST_ID = 2**63 - 1


class Body(serializers.Serializer):
    """A body that refuses names it does not know: a misspelt filter must not mean "all of them"."""

    def to_internal_value(self, data):
        values = super().to_internal_value(data)
        if unknown := [name for name in data if name not in self.fields]:
            raise serializers.ValidationError({name: ["There is no such field."] for name in unknown})
        return values


class Text(serializers.CharField):
    """Words, in the form in which texts are stored; `raw` leaves that to the action."""

    default_error_messages = {"blank": "There are no words here: write some."}

    def __init__(self, *, raw=False, **kwargs):
        kwargs = {"trim_whitespace": not raw} | kwargs
        super().__init__(**kwargs)
        self.raw = raw
        # Both stand for characters that `normalise` takes out: no reason to refuse a pasted text.
        self.validators = [v for v in self.validators if "Prohibit" not in type(v).__name__]

    def run_validation(self, data=serializers.empty):
        if data is None and self.allow_blank:
            data = ""
        elif isinstance(data, str) and not self.raw:
            data = normalise(data)
        return super().run_validation(data)

    def to_internal_value(self, data):
        if not isinstance(data, str):
            self.fail("invalid")
        return super().to_internal_value(data)


class Choice(serializers.ChoiceField):
    """One of a few words; a refusal names them."""

    def __init__(self, choices, **kwargs):
        super().__init__(choices, **kwargs)
        named = ", ".join(str(choice) for choice in self.choices)
        self.error_messages["invalid_choice"] = f"“{{input}}” is not one of {named}."


class Line(Text):
    """Words on one line."""

    def to_internal_value(self, data):
        return " ".join(super().to_internal_value(data).split())


def optional(field=Text, **kwargs):
    """A field of text that may be left out, empty or null; then it is ""."""
    return field(**({"required": False, "allow_blank": True, "default": ""} | kwargs))


def nullable(field, **kwargs):
    return field(allow_null=True, **kwargs)


class Id(serializers.IntegerField):
    """The id of a row."""

    def __init__(self, **kwargs):
        super().__init__(**({"min_value": 1, "max_value": LARGEST_ID} | kwargs))


class Moment(serializers.DateTimeField):
    """A time in ISO 8601; without an offset it is UTC."""

    def __init__(self, **kwargs):
        super().__init__(default_timezone=UTC, **kwargs)


@extend_schema_field({"type": "string", "description": "Not built yet: answers 400."})
class NotYet(serializers.Field):
    """A name of the contract that a later version brings: sent, it is refused by name."""

    def __init__(self, message):
        super().__init__(required=False, allow_null=True, write_only=True)
        self.message = message

    def to_internal_value(self, data):
        raise NotBuilt(self.field_name, self.message)
