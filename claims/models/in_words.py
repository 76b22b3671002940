"""Choices in the reader's language, quick enough for the rows of a list."""

from django.utils.encoding import force_str


class InWords:
    """For a model whose `get_…_display` is asked by the hundred."""

    def _get_FIELD_display(self, field):
        # Django's own hashes all choices to find one, which puts each of them into the reader's language.
        value = getattr(self, field.attname)
        return force_str(dict(field.flatchoices).get(value, value), strings_only=True)  # None stays None
