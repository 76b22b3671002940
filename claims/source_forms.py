"""What is typed about sources: one record, several addresses at once, or one of another claim."""

from django import forms
from django.utils.translation import gettext_lazy as _

from claims.forms import LONGEST_TEXT, Line, Lines, Moment, Words
from claims.models import EvidenceKind, Stance, Terms


class EvidenceForm(forms.Form):
    stance = forms.ChoiceField(label=_("Stance"), choices=Stance)
    kind = forms.ChoiceField(label=_("Kind"), choices=EvidenceKind)
    locator = Line(max_length=2000, label=_("Where"), help_text=_("An address, a page, a file, a contact."))
    quote = Lines(required=False, max_length=LONGEST_TEXT, label=_("Words relied on"), rows=3)
    terms = forms.ChoiceField(label=_("Terms"), choices=Terms)
    obtained_at = Moment(required=False, label=_("Obtained"))
    private = forms.BooleanField(
        required=False, label=_("Private: only I, the claim's checkers and the editors see where and what")
    )


class LinksForm(forms.Form):
    """Several sources at once: web addresses, one a line."""

    links = Words(
        label=_("Addresses, one a line"),
        widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "false"}),
        help_text=_("Each becomes a record of its own."),
    )
    stance = forms.ChoiceField(label=_("Stance"), choices=Stance)
    kind = forms.ChoiceField(label=_("Kind"), choices=EvidenceKind)


class ReuseForm(forms.Form):
    """The record (its id) of another claim, and what it says of this one."""

    record = forms.IntegerField(label=_("Record"), min_value=1, max_value=2**63 - 1)
    stance = forms.ChoiceField(label=_("Stance"), choices=Stance)
