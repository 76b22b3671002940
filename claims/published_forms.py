"""What is typed after sign-off: where a piece ran, and what was corrected in it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from claims.forms import LONGEST_REASON, LONGEST_TEXT, Line, Lines, Moment, offer
from claims.workflow import Status

LONGEST_CHOICE = 80  # characters of a claim in a list of choices


class PublishForm(forms.Form):
    """Where a signed-off article ran; its action says what is wrong with an address."""

    address = Line(label=_("Address"), widget=forms.URLInput)
    at = Moment(required=False, label=_("Since"), help_text=_("Left empty, now."))


class OneClaim(forms.ModelChoiceField):
    def label_from_instance(self, claim):
        words = claim.standalone or claim.text
        return words if len(words) <= LONGEST_CHOICE else f"{words[:LONGEST_CHOICE].rstrip()}…"


class CorrectForm(forms.Form):
    old = Lines(max_length=LONGEST_TEXT, label=_("The words that were wrong"))
    new = Lines(
        required=False,
        max_length=LONGEST_TEXT,
        label=_("What stands there now"),
        help_text=_("Left empty, the words were cut."),
    )
    why = Lines(max_length=LONGEST_REASON, label=_("What was wrong?"))
    claim = OneClaim(None, required=False, empty_label=_("none of them"), label=_("Which claim was it?"))
    shown_at = Moment(required=False, label=_("Shown to readers since"), help_text=_("Left empty, now."))

    def __init__(self, *args, article, **kwargs):
        super().__init__(*args, **kwargs)
        checked = article.claims.exclude(status__in=[Status.SUGGESTED, Status.DISMISSED])
        offer(self, claim=checked.only("standalone", "text").order_by("start", "id"))
