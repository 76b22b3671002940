import pytest
from django.db import IntegrityError

from claims.models import DeskSetting


def test_a_desk_that_settled_nothing_has_the_usual_threshold(desk):
    setting = DeskSetting.objects.of(desk.pk)

    assert (setting.threshold, setting.version, setting.pk) == (0.5, 1, None)
    assert not DeskSetting.objects.exists()


def test_each_desk_has_its_own(desk, other_desk):
    DeskSetting.objects.create(desk=other_desk, threshold=0.7)

    assert DeskSetting.objects.of(desk.pk).threshold == 0.5
    assert DeskSetting.objects.of(other_desk.pk).threshold == 0.7


@pytest.mark.parametrize("threshold", [0.29, 0.91])
def test_the_database_keeps_the_range(desk, threshold):
    with pytest.raises(IntegrityError, match="desk_threshold_in_range"):
        DeskSetting.objects.create(desk=desk, threshold=threshold)
