"""What is chosen and typed over a list of claims: steps on many of them, saved views, how the list looks."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from claims.actions.saved_views import LONGEST_NAME
from claims.forms import LONGEST_REASON, Line, Moment, Words, offer
from claims.priority import Risk
from claims.reasons import REASONS

MOST_AT_ONCE = 500  # claims that one press on the page acts on
TICKED = re.compile(r"[0-9]{1,18}:[0-9]{1,9}")
DISMISS = {f"dismiss:{code}": words for code, words in REASONS.items()}
STEPS = ["accept", "dismiss", *DISMISS, "assign", "plan", "undo"]


class ViewForm(forms.Form):
    """The filters in `query` under a name, for oneself or shared with one of `desks`."""

    name = Line(label=_("Name"), max_length=LONGEST_NAME)
    desk = forms.ModelChoiceField(
        None, required=False, label=_("Desk"), to_field_name="slug", empty_label=_("only me")
    )
    query = forms.CharField(required=False, max_length=4000, widget=forms.HiddenInput)

    def __init__(self, *args, desks, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, desk=desks)


class Ticked(forms.Field):
    """Claims as ticked: "12:3", by id and the version that was seen; several by comma. A dict of them."""

    widget = forms.MultipleHiddenInput

    def to_python(self, value):
        words = [word for word in ",".join(value or ()).split(",") if word]
        if not all(TICKED.fullmatch(word) for word in words):
            raise ValidationError(_("Tick claims of the list."))
        if len(words) > MOST_AT_ONCE:
            raise ValidationError(_("Tick at most {most} claims at once.").format(most=MOST_AT_ONCE))
        pairs = [word.split(":") for word in words]
        return {int(pk): int(version) for pk, version in pairs}


class BulkForm(forms.Form):
    """One step on the claims ticked, or with `all` on those that `query` names. `people` may be assigned.

    `name` is the step and `given` what its action needs, once the form is in order.
    """

    claim = Ticked(required=False)
    all = forms.BooleanField(required=False)
    query = forms.CharField(required=False, max_length=4000)
    step = forms.ChoiceField(choices=[(step, step) for step in STEPS])
    reason = Words(required=False, max_length=LONGEST_REASON, label=_("Another reason"))
    assignee = forms.ModelChoiceField(None, required=False, empty_label=_("choose"), label=_("To whom"))
    risk = forms.ChoiceField(label=_("Risk"), choices=[("", _("as it is")), *Risk.choices], required=False)
    due_at = Moment(required=False, label=_("Due"))
    undated = forms.BooleanField(required=False, label=_("No deadline"))

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, assignee=people)

    def clean(self):
        typed = self.cleaned_data
        for sentence in self.errors.get("claim", ()):
            self.add_error(None, sentence)  # the boxes stand in many rows: it is said above them
        if "claim" in typed and not typed["claim"] and not typed["all"]:
            self.add_error(None, _("Choose claims first: tick some, or all that match."))
        self.name, _colon, code = typed.get("step", "").partition(":")
        needs = {"dismiss": self._dismiss, "assign": self._assign, "plan": self._plan}.get(self.name)
        self.given = needs(typed, code) if needs else {}
        return typed

    def _dismiss(self, typed, code):
        reason = REASONS[code] if code else typed.get("reason", "")
        if not reason:
            self.add_error("reason", _("Say why this is not to be checked."))
        return {"reason": reason}

    def _assign(self, typed, code):
        if not typed.get("assignee"):
            self.add_error("assignee", _("Choose who checks these claims."))
            return {}
        return {"assignee": typed["assignee"].pk}

    def _plan(self, typed, code):
        given = {name: typed[name] for name in ("risk", "due_at") if typed.get(name)}
        if typed.get("undated") and "due_at" in given:
            self.add_error("due_at", _("Choose a deadline, or none at all."))
        elif typed.get("undated"):
            given["due_at"] = None
        if not given and not self.errors:
            self.add_error("risk", _("Choose a risk or a deadline to set."))
        return given
