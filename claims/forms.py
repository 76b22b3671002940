"""What was typed becomes clean values; whether a step may be taken is not asked here."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from claims.actions import guest_links
from claims.gates import named
from claims.models import (
    ArticleKind,
    Confidence,
    Outcome,
)
from claims.priority import Risk
from claims.text import normalise

LOCAL = "%Y-%m-%dT%H:%M"
LONGEST_TEXT = 20_000  # code points of a quote, a rationale, a new wording
LONGEST_REASON = 2_000


def offer(form, **choices):
    """Give the fields of these names the rows that may be chosen."""
    for name, rows in choices.items():
        field = form.fields[name]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = rows


class Moment(forms.DateTimeField):
    """A date and time in the reader's time zone."""

    def __init__(self, **kwargs):
        widget = forms.DateTimeInput(format=LOCAL, attrs={"type": "datetime-local"})
        super().__init__(widget=widget, input_formats=[LOCAL, "%Y-%m-%dT%H:%M:%S"], **kwargs)


class Words(forms.CharField):
    """Words, in the form in which texts are stored, as the API takes them."""

    def to_python(self, value):
        return super().to_python(normalise(value) if isinstance(value, str) else value)


class Line(Words):
    """Words on one line."""

    def to_python(self, value):
        return " ".join(super().to_python(value).split())


class Lines(Words):
    """Words on several lines; so many `rows` are shown."""

    def __init__(self, *, rows=2, **kwargs):
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **kwargs)


class Pasted(forms.CharField):
    """A text as it came, whatever is in it: cleaning it is the business of intake, for every door alike."""

    def __init__(self, **kwargs):
        super().__init__(strip=False, **kwargs)
        self.validators = []  # a null character is dropped later, with the other control characters


class SubmitForm(forms.Form):
    """An article by paste. `desks` are those of the person; `people` all who may be writer or reader."""

    text = Pasted(
        label=_("Text"),
        widget=forms.Textarea(attrs={"rows": 18, "class": "paste", "spellcheck": "false"}),
        help_text=_("Paste the whole piece, furniture and all: what is not copy is set aside."),
    )
    headline = Line(
        required=False, label=_("Headline"), help_text=_("Only if it is not in the text already.")
    )
    standfirst = Lines(required=False, label=_("Standfirst"))
    title = Line(
        required=False, label=_("Title"), help_text=_("The name on lists. Left empty, the headline serves.")
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=ArticleKind, initial=ArticleKind.HOUSE)
    desk = forms.ModelChoiceField(None, label=_("Desk"), empty_label=None)
    writer = forms.ModelChoiceField(None, required=False, label=_("Writer"), empty_label=_("nobody here"))
    byline = Line(required=False, label=_("Byline"), max_length=200)
    published_at = Moment(
        required=False,
        label=_("Published"),
        help_text=_("“Yesterday” is reckoned from it. Left empty, a date printed in the text counts."),
    )
    due_at = Moment(required=False, label=_("Due"))
    risk = forms.ChoiceField(label=_("Risk"), choices=Risk, initial=Risk.NORMAL)
    restricted = forms.BooleanField(required=False, label=_("Restrict to named people"))
    readers = forms.ModelMultipleChoiceField(
        None, required=False, label=_("Who may see it"), help_text=_("You are always among them.")
    )
    anyway = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, desks, people, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, desk=desks, writer=people, readers=people)


class ReadersForm(forms.Form):
    """Who sees an article; `people` are those of its desk."""

    restricted = forms.BooleanField(required=False, label=_("Restrict to named people"))
    restricted_to = forms.ModelMultipleChoiceField(
        None, required=False, label=_("Who may see it"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, restricted_to=people)


class ReviseForm(forms.Form):
    """A new version of a text. `base`: the revision compared with; `previewed`: names the words seen."""

    text = Pasted(
        label=_("The new text"),
        widget=forms.Textarea(attrs={"rows": 18, "class": "paste", "spellcheck": "false"}),
        help_text=_("Change what stands here, or paste the whole new piece over it."),
    )
    base = forms.IntegerField(widget=forms.HiddenInput)
    previewed = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)


class VerdictForm(forms.Form):
    """A verdict on `claim`: ratings of its article's scale, evidence of its own."""

    rating = forms.ModelChoiceField(None, label=_("Rating"), widget=forms.RadioSelect, empty_label=None)
    rationale = Lines(label=_("Rationale"), max_length=LONGEST_TEXT, rows=4)
    evidence = forms.ModelMultipleChoiceField(
        None, required=False, label=_("Evidence"), widget=forms.CheckboxSelectMultiple
    )
    outcome = forms.ChoiceField(
        choices=Outcome, required=False, widget=forms.RadioSelect, label=_("What becomes of the words")
    )
    new_wording = Lines(
        required=False,
        label=_("New wording"),
        max_length=LONGEST_TEXT,
        help_text=_("It stands in place of all the words of the claim."),
    )
    waived_until = Moment(
        required=False,
        label=_("On author until"),
        help_text=_("Then the claim is checked again. Left empty, it holds for good."),
    )
    confidence = forms.ChoiceField(label=_("Confidence"), choices=Confidence, initial=Confidence.MEDIUM)

    def __init__(self, *args, ratings, evidence, house, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, rating=ratings, evidence=evidence)
        if not house:
            for name in ("outcome", "new_wording", "waived_until"):
                del self.fields[name]


class NoteForm(forms.Form):
    body = Words(label=_("Note"), widget=forms.Textarea(attrs={"rows": 2, "data-key": "n"}))
    parent = forms.IntegerField(required=False, widget=forms.HiddenInput)


class AskForm(forms.Form):
    """A request for comment that was sent to somebody."""

    whom = Line(max_length=200, label=_("Whom you asked"))
    question = Lines(required=False, label=_("Question"), max_length=LONGEST_TEXT)
    due_at = Moment(required=False, label=_("Answer due"))


class AnswerForm(forms.Form):
    """What came back on the request `of` (its id)."""

    answer = Lines(
        required=False,
        label=_("Answer"),
        max_length=LONGEST_TEXT,
        help_text=_("Left empty, it says that no answer came."),
    )

    def __init__(self, *args, of, **kwargs):
        super().__init__(*args, **kwargs | {"auto_id": f"id_%s-{of}"})
        self.of = of


class PlanForm(forms.Form):
    risk = forms.ChoiceField(label=_("Risk"), choices=Risk)
    due_at = Moment(required=False, label=_("Due"))


class FixForm(forms.Form):
    """What a step on a fix may need; its action says what is missing."""

    reason = Lines(required=False, label=_("Reason"), max_length=LONGEST_REASON)
    expires_at = Moment(required=False, label=_("Until"))


class ApplyForm(forms.Form):
    """`base` is the revision that was seen, `previewed` names the words that would come of it."""

    base = forms.IntegerField(widget=forms.HiddenInput)
    previewed = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)


class GuestLinkForm(forms.Form):
    name = Line(max_length=150, label=_("For whom"))
    days = forms.IntegerField(
        label=_("Valid for days"), min_value=1, max_value=guest_links.MOST_DAYS, initial=guest_links.DAYS
    )


class SpanForm(forms.Form):
    """A stretch of a revision's text, in code points, and the id of the one in which it was seen."""

    start = forms.IntegerField(label=_("Start"), min_value=0)
    end = forms.IntegerField(label=_("End"), min_value=1)
    revision = forms.IntegerField(required=False, label=_("Revision"))


class BlockRoleForm(forms.Form):
    """The role that the block beginning at `start` is given, and the id of the revision that was seen."""

    start = forms.IntegerField(label=_("Start"), min_value=0)
    role = forms.CharField(label=_("Role"), max_length=20)
    revision = forms.IntegerField(required=False, label=_("Revision"))


class SplitForm(forms.Form):
    """The offset in the text where a claim is cut in two, and the id of the revision in which it was seen."""

    at = forms.IntegerField(
        label=_("At"),
        error_messages=dict.fromkeys(
            ("required", "invalid"), _("Choose a place between two words of the claim.")
        ),
    )
    revision = forms.IntegerField(required=False, label=_("Revision"))


class MergeForm(forms.Form):
    """The id of the claim that another becomes one with."""

    other = forms.IntegerField(label=pgettext_lazy("claim", "Other"))
    revision = forms.IntegerField(required=False, label=_("Revision"))


class ReasonForm(forms.Form):
    """The compulsory text of a step; `name` is what the action calls it: reason or note."""

    LABELS = {"reason": _("Reason"), "note": _("Note")}

    def __init__(self, *args, name="reason", **kwargs):
        super().__init__(*args, **kwargs)
        self.fields[name] = Lines(label=self.LABELS[name], max_length=LONGEST_REASON)


class SignOffForm(forms.Form):
    """What was seen (the id of a verdict or a revision) is approved."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    note = Lines(required=False, label=_("Note"), max_length=LONGEST_REASON)


class Gates(forms.MultipleChoiceField):
    """Gates as `gates.named` reads them: "stale", "stale:3"."""

    def valid_value(self, value):
        return named(value) is not None


class ArticleSignOffForm(SignOffForm):
    """`exceptions`: the gates in spite of which an article is signed off, as they were seen."""

    exceptions = Gates(required=False)


class AssignForm(forms.Form):
    assignee = forms.ModelChoiceField(None, label=_("Assignee"))

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, assignee=people)
