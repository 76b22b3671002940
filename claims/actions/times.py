"""Times that people give: any that a page can show in every time zone."""

from datetime import UTC, datetime

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

FIRST, LAST = datetime(1000, 1, 1, tzinfo=UTC), datetime(9000, 1, 1, tzinfo=UTC)


def moment(told):
    """The time that an event tells, or None where it tells none."""
    return datetime.fromisoformat(told) if told else None


def check_times(**times):
    """Raise ValidationError at the names of those that lie outside FIRST to LAST; None: not given.

    At the very ends of the calendar a time has no local time in half of the world: one deadline in the
    year 9999 would break every list that shows it.
    """
    wrong = {
        name: _("Give a year from {first} to {last}.").format(first=FIRST.year, last=LAST.year - 1)
        for name, time in times.items()
        if time is not None and not FIRST <= time < LAST
    }
    if wrong:
        raise ValidationError(wrong)


def check_ends(**times):
    """Raise ValidationError at the names of those that are not still to come, as `check_times` does."""
    check_times(**times)
    over = [name for name, time in times.items() if time is not None and time <= timezone.now()]
    if over:
        raise ValidationError(dict.fromkeys(over, _("A waiver ends in the future, or never.")))
