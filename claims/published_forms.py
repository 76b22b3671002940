"""What is typed after sign-off: where a piece ran, and what was corrected in it."""

from django import forms

from claims.forms import LONGEST_REASON, LONGEST_TEXT, Line, Moment, Words, offer
from claims.workflow import Status

LONGEST_CHOICE = 80  # characters of a claim in a list of choices


class PublishForm(forms.Form):
    """Where a signed-off article ran; its action says what is wrong with an address."""

    address = Line(widget=forms.URLInput)
    at = Moment(required=False, label="Since", help_text="Left empty, now.")


class OneClaim(forms.ModelChoiceField):
    def label_from_instance(self, claim):
        words = claim.standalone or claim.text
        return words if len(words) <= LONGEST_CHOICE else f"{words[:LONGEST_CHOICE].rstrip()}…"


class CorrectForm(forms.Form):
    old = Words(
        max_length=LONGEST_TEXT, label="The words that were wrong", widget=forms.Textarea(attrs={"rows": 2})
    )
    new = Words(
        required=False,
        max_length=LONGEST_TEXT,
        label="What stands there now",
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Left empty, the words were cut.",
    )
    why = Words(max_length=LONGEST_REASON, label="What was wrong?", widget=forms.Textarea(attrs={"rows": 2}))
    claim = OneClaim(None, required=False, empty_label="none of them", label="Which claim was it?")
    shown_at = Moment(required=False, label="Shown to readers since", help_text="Left empty, now.")

    def __init__(self, *args, article, **kwargs):
        super().__init__(*args, **kwargs)
        checked = article.claims.exclude(status__in=[Status.SUGGESTED, Status.DISMISSED])
        offer(self, claim=checked.only("standalone", "text").order_by("start", "id"))
