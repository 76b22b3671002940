"""What is typed about sources: one record, several addresses at once, or one of another claim."""

from django import forms

from claims.forms import LONGEST_TEXT, Line, Moment, Words
from claims.models import EvidenceKind, Stance, Terms


class EvidenceForm(forms.Form):
    stance = forms.ChoiceField(choices=Stance)
    kind = forms.ChoiceField(choices=EvidenceKind)
    locator = Line(max_length=2000, label="Where", help_text="An address, a page, a file, a contact.")
    quote = Words(
        required=False,
        max_length=LONGEST_TEXT,
        label="Words relied on",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    terms = forms.ChoiceField(choices=Terms)
    obtained_at = Moment(required=False, label="Obtained")
    private = forms.BooleanField(
        required=False, label="Private: only I, the claim's checkers and the editors see where and what"
    )


class LinksForm(forms.Form):
    """Several sources at once: web addresses, one a line."""

    links = Words(
        label="Addresses, one a line",
        widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "false"}),
        help_text="Each becomes a record of its own.",
    )
    stance = forms.ChoiceField(choices=Stance)
    kind = forms.ChoiceField(choices=EvidenceKind)


class ReuseForm(forms.Form):
    """The record (its id) of another claim, and what it says of this one."""

    record = forms.IntegerField(min_value=1, max_value=2**63 - 1)
    stance = forms.ChoiceField(choices=Stance)
