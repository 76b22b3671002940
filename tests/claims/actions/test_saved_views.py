import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from accounts.models import Membership
from claims import policy
from claims.actions import saved_views
from claims.models import SavedView


def save(by, name="Hot", desk=None, asked=None):
    return saved_views.save_view(by=by, name=name, asked=asked or {"risk": "high"}, desk=desk)


def seen_by(user):
    return set(policy.visible_views(user).values_list("name", flat=True))


def test_a_view_keeps_its_filters_in_a_fixed_order(viewer):
    view = save(viewer, " Hot  and late ", asked={"order": "due", "due": "overdue,today", "risk": "high"})

    assert (view.name, view.query) == ("Hot and late", "risk=high&due=overdue%2Ctoday&order=due")


def test_a_view_is_for_oneself_or_for_a_desk(reviewer, editor, desk, outsider):
    save(reviewer, "Mine")
    save(reviewer, "Ours", desk=desk)

    assert seen_by(reviewer) == {"Mine", "Ours"}
    assert seen_by(editor) == {"Ours"}
    assert seen_by(outsider) == set()


def test_who_left_the_desk_sees_its_views_no_more(reviewer, editor, desk):
    save(editor, "Ours", desk=desk)

    Membership.objects.filter(user=reviewer).delete()

    assert seen_by(reviewer) == set()


def test_only_who_checks_shares_and_only_with_desks_of_theirs(viewer, reviewer, desk, other_desk):
    for person, where in ((viewer, desk), (reviewer, other_desk)):
        with pytest.raises(PermissionDenied):
            save(person, desk=where)


@pytest.mark.parametrize(
    ("name", "asked", "field"),
    [
        ("", {"risk": "high"}, "name"),
        ("x" * 61, {"risk": "high"}, "name"),
        ("Taken", {"risk": "high"}, "name"),
        ("Odd", {"risk": "higher"}, "risk"),
        ("Odd", {"order": "size"}, "order"),
        ("Odd", {"desk": "science"}, "desk"),
        ("Long", {"assignee": ",".join(str(10**9 + n) for n in range(300))}, "name"),
    ],
)
def test_what_cannot_be_saved_is_said_at_its_field(reviewer, other_desk, name, asked, field):
    save(reviewer, "Taken")

    with pytest.raises(ValidationError) as error:
        save(reviewer, name, asked=asked)

    assert list(error.value.message_dict) == [field]
    assert SavedView.objects.count() == 1


def test_without_a_filter_there_is_nothing_to_save(reviewer):
    with pytest.raises(ValidationError, match="Choose a filter first"):
        saved_views.save_view(by=reviewer, name="All", asked={})


def test_a_person_has_a_number_of_views(reviewer, monkeypatch):
    monkeypatch.setattr(saved_views, "MOST", 1)
    save(reviewer)

    with pytest.raises(ValidationError, match="Delete one first"):
        save(reviewer, "Another")


def test_a_name_has_no_character_that_no_database_stores(reviewer):
    view = save(reviewer, "Mine")

    saved_views.rename_view(view, by=reviewer, name="Ours\0 now")

    assert SavedView.objects.get().name == "Ours now"


def test_only_ones_own_is_renamed(reviewer, editor, desk):
    view = save(reviewer, "Ours", desk=desk)
    save(reviewer, "Taken")

    saved_views.rename_view(view, by=reviewer, name="All ours")
    with pytest.raises(PermissionDenied):
        saved_views.rename_view(view, by=editor, name="Mine")
    with pytest.raises(ValidationError, match="already"):
        saved_views.rename_view(view, by=reviewer, name="Taken")

    assert seen_by(editor) == {"All ours"}


def test_ones_own_is_deleted_and_by_editors_what_their_desk_shares(
    reviewer, second_reviewer, editor, outsider, desk
):
    shared, own = save(reviewer, "Ours", desk=desk), save(reviewer, "Mine")

    for person in (second_reviewer, outsider):
        with pytest.raises(PermissionDenied):
            saved_views.delete_view(shared, by=person)
    with pytest.raises(PermissionDenied):
        saved_views.delete_view(own, by=editor)
    saved_views.delete_view(shared, by=editor)
    saved_views.delete_view(own, by=reviewer)

    assert not SavedView.objects.exists()
