"""What editors settle for a desk."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.formats import number_format
from django.utils.functional import lazy
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Event
from claims import policy
from claims.models import HIGHEST_THRESHOLD, LOWEST_THRESHOLD, DeskSetting
from claims.workflow import WorkflowError

_figure = lazy(number_format, str)
OUT_OF_RANGE = format_lazy(
    gettext_lazy("A threshold is a number between {lowest} and {highest}."),
    lowest=_figure(LOWEST_THRESHOLD),
    highest=_figure(HIGHEST_THRESHOLD),
)


class SettingChanged(WorkflowError):
    """The settings of the desk are not, or no longer, those that were seen."""

    code = "setting_changed"


@transaction.atomic
def set_threshold(desk, *, by, threshold, version):
    """Suggest sentences on `desk` from this check-worthiness on, kept with two decimals.

    It counts for searches to come; what was suggested stays. `version` is that of the settings that were
    seen; raises SettingChanged where somebody was faster. The same threshold again is no change.
    """
    policy.require_set_threshold(by, desk)
    threshold = round(threshold, 2)
    if not LOWEST_THRESHOLD <= threshold <= HIGHEST_THRESHOLD:
        raise ValidationError({"threshold": OUT_OF_RANGE})
    # A desk's first setting makes the row; of two people at once the second waits, and finds it changed.
    setting, _made = DeskSetting.objects.select_for_update().get_or_create(desk=desk)
    before = setting.threshold
    if setting.version != version:
        said = _("The threshold changed meanwhile: it is {threshold}.").format(
            threshold=number_format(before, 2)
        )
        raise SettingChanged(said, threshold=before, version=setting.version)
    if threshold == before:
        return
    setting.threshold = threshold
    setting.version += 1
    setting.save()
    Event.objects.append(
        "desk.threshold",
        desk,
        by=by,
        before={"threshold": before},
        after={"threshold": threshold},
        note=f"{before:.2f} to {threshold:.2f}",
        within=desk,
    )
