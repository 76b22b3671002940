import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from accounts.models import Event
from claims.actions.settings import SettingChanged, set_threshold
from claims.models import DeskSetting


def stored(desk):
    setting = DeskSetting.objects.of(desk.pk)
    return setting.threshold, setting.version


def test_an_editor_sets_the_threshold_of_their_desk(desk, other_desk, editor):
    set_threshold(desk, by=editor, threshold=0.6, version=1)

    event = Event.objects.about(desk).get()
    assert stored(desk) == (0.6, 2)
    assert stored(other_desk) == (0.5, 1)
    assert (event.kind, event.by, event.before, event.after, event.note) == (
        "desk.threshold",
        editor,
        {"threshold": 0.5},
        {"threshold": 0.6},
        "0.50 to 0.60",
    )


@pytest.mark.parametrize("version", [1, 3])
def test_who_saw_another_version_is_told_how_it_stands(desk, editor, second_editor, version):
    set_threshold(desk, by=editor, threshold=0.6, version=1)

    with pytest.raises(SettingChanged, match=r"it is 0\.60") as refused:
        set_threshold(desk, by=second_editor, threshold=0.4, version=version)

    assert refused.value.state == {"threshold": 0.6, "version": 2}
    assert stored(desk) == (0.6, 2)


def test_the_same_again_is_no_change(desk, editor):
    set_threshold(desk, by=editor, threshold=0.5, version=1)

    assert stored(desk) == (0.5, 1)
    assert not Event.objects.exists()


@pytest.mark.parametrize("threshold", [0.29, 0.91, -1, float("nan"), float("inf")])
def test_what_lies_outside_the_range_is_refused(desk, editor, threshold):
    with pytest.raises(ValidationError, match=r"between 0\.3 and 0\.9") as refused:
        set_threshold(desk, by=editor, threshold=threshold, version=1)

    assert list(refused.value.message_dict) == ["threshold"]
    assert stored(desk) == (0.5, 1)


@pytest.mark.parametrize(("threshold", "kept"), [(0.3, 0.3), (0.9, 0.9), (0.6049, 0.6)])
def test_it_is_kept_with_two_decimals(desk, editor, threshold, kept):
    set_threshold(desk, by=editor, threshold=threshold, version=1)

    assert stored(desk) == (kept, 2)


@pytest.mark.parametrize("person", ["reviewer", "viewer", "admin", "outsider"])
def test_nobody_else_sets_it(desk, person, request):
    with pytest.raises(PermissionDenied, match="Only editors of the desk"):
        set_threshold(desk, by=request.getfixturevalue(person), threshold=2, version=9)

    assert not DeskSetting.objects.exists()
