"""What is typed about whole desks: rules for second checks, and the period of a figure."""

from datetime import date, datetime, time, timedelta

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from accounts.models import Desk
from claims.actions.settings import OUT_OF_RANGE
from claims.forms import ReasonForm, offer
from claims.models import HIGHEST_THRESHOLD, KINDS, LOWEST_THRESHOLD
from claims.priority import Risk

NO_PRIORITY = _("A priority is a whole number between 0 and 100.")
IN_OUR_TIME = [MinValueValidator(date(2000, 1, 1)), MaxValueValidator(date(2100, 1, 1))]


class RuleForm(forms.Form):
    """Which claims get a second verdict, and from whom; `people` are those who may be named.

    `version` is that of the rule that was seen; a new one has none.
    """

    desk = forms.ModelChoiceField(
        Desk.objects.all(), required=False, label=_("Desk"), empty_label=_("every desk")
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=[("", _("every kind")), *KINDS.items()], required=False)
    risk = forms.ChoiceField(label=_("Risk"), choices=[("", _("every risk")), *Risk.choices], required=False)
    least_priority = forms.IntegerField(
        label=_("Priority from"),
        min_value=0,
        max_value=100,
        initial=0,
        help_text=_("Risk, deadline, prominence and doubt added up, 0 to 100; 0 fits every claim."),
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), NO_PRIORITY),
    )
    people = forms.ModelMultipleChoiceField(
        None, required=False, label=_("Who may give the second verdict"), widget=forms.CheckboxSelectMultiple
    )
    shows_evidence = forms.BooleanField(
        required=False,
        initial=True,
        label=_("Show them the evidence that was found, without what it is said to prove"),
    )
    active = forms.BooleanField(required=False, initial=True, label=_("In force"))
    version = forms.IntegerField(min_value=1, required=False, widget=forms.HiddenInput)

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, people=people)


class ErasePersonForm(ReasonForm):
    """Who is to be erased, one of `people`, and why."""

    person = forms.ModelChoiceField(None, label=_("Person"), empty_label=_("Choose somebody"))

    field_order = ("person", "reason")

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, person=people)
        self.order_fields(self.field_order)


class ConfirmForm(forms.Form):
    """What cannot be undone is confirmed by typing the number that it is about."""

    number = forms.IntegerField(label=_("Its number"))

    def __init__(self, *args, wanted, **kwargs):
        super().__init__(*args, **kwargs)
        self.wanted = wanted

    def clean_number(self):
        if self.cleaned_data["number"] != self.wanted:
            raise forms.ValidationError(_("This is another number. Look at what you are about to erase."))
        return self.wanted


class SwitchForm(forms.Form):
    """A rule on or off."""

    active = forms.BooleanField(required=False, widget=forms.HiddenInput)
    version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)


class ThresholdForm(forms.Form):
    """A threshold to look at."""

    threshold = forms.FloatField(
        label=_("Threshold"),
        min_value=LOWEST_THRESHOLD,
        max_value=HIGHEST_THRESHOLD,
        widget=forms.NumberInput({"step": "0.01"}),
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), OUT_OF_RANGE),
    )

    def clean_threshold(self):
        return round(self.cleaned_data["threshold"], 2)  # as it is kept


class SaveThresholdForm(ThresholdForm):
    """A threshold to keep; `version` is that of the settings that were seen."""

    version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)


class Day(forms.DateField):
    """A day; browsers want it in ISO 8601, whatever the language."""

    def __init__(self, **kwargs):
        widget = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
        super().__init__(widget=widget, validators=IN_OUR_TIME, **kwargs)


class PeriodForm(forms.Form):
    """Days, both of them included."""

    since = Day(label=_("From"))
    until = Day(label=_("Up to and including"))

    @classmethod
    def of(cls, params):
        """The form for `params`; a day that is left out is today, or 90 days ago."""
        today = timezone.localdate()
        usual = {"since": (today - timedelta(days=90)).isoformat(), "until": today.isoformat()}
        return cls({name: params.get(name) or usual[name] for name in usual})

    def clean(self):
        typed = super().clean() or {}
        if "since" in typed and "until" in typed and typed["since"] > typed["until"]:
            self.add_error("since", _("This period begins after it ends."))
        return typed

    def bounds(self):
        """The moment it begins and the moment after it, by the clock of the reader."""
        first, last = self.cleaned_data["since"], self.cleaned_data["until"] + timedelta(days=1)
        return tuple(timezone.make_aware(datetime.combine(day, time.min)) for day in (first, last))


class FiguresForm(PeriodForm):
    """The last so many days, or two days that are named, none of them longer ago than `OLDEST`."""

    DAYS = (7, 30, 90)
    USUAL, OLDEST = 30, 731  # days

    days = forms.ChoiceField(
        choices=[
            (str(number), format_lazy(ngettext_lazy("{n} day", "{n} days", number), n=number))
            for number in DAYS
        ],
        required=False,
        error_messages={"invalid_choice": _("Choose the last 7, 30 or 90 days, or name two days.")},
    )

    @classmethod
    def of(cls, params):
        """The form for `params`; two days that are named go before `days`."""
        named = any(params.get(name) for name in ("since", "until"))
        days = "" if named else params.get("days") or str(cls.USUAL)
        back = int(days) if days in map(str, cls.DAYS) else cls.USUAL
        today = timezone.localdate()
        usual = {"since": (today - timedelta(days=back - 1)).isoformat(), "until": today.isoformat()}
        return cls({"days": days} | {name: params.get(name) or usual[name] for name in usual})

    def clean(self):
        typed = super().clean() or {}
        if {"since", "until"} <= typed.keys():
            today = timezone.localdate()
            if typed["since"] > today:
                self.add_error("since", _("This period has not begun."))
            elif typed["since"] < today - timedelta(days=self.OLDEST):
                self.add_error("since", _("Figures go back two years: let the period begin later."))
            typed["until"] = min(typed["until"], today)
        return typed
