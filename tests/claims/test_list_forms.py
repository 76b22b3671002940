import pytest
from django.http import QueryDict

from accounts.models import User
from claims.list_forms import BulkForm


def form(address):
    return BulkForm(QueryDict(address), people=User.objects.none())


@pytest.mark.parametrize("address", ["claim=12:3&claim=7:1", "claim=12:3,7:1", "claim=12:3,&claim=,7:1"])
def test_claims_are_ticked_by_id_and_version(db, address):
    sent = form(f"step=accept&{address}")

    assert sent.is_valid()
    assert sent.cleaned_data["claim"] == {12: 3, 7: 1}


@pytest.mark.parametrize("ticked", ["12", "12:", "a:1", "-1:1", "12:3:4", "１２:3", "1" * 19 + ":1"])
def test_what_is_no_tick_is_refused(db, ticked):
    assert not form(f"step=accept&claim={ticked}").is_valid()


@pytest.mark.parametrize(
    ("address", "name", "given"),
    [
        ("step=accept", "accept", {}),
        ("step=dismiss:duplicate", "dismiss", {"reason": "A duplicate."}),
        ("step=dismiss&reason=A+slip.", "dismiss", {"reason": "A slip."}),
        ("step=plan&risk=low", "plan", {"risk": "low"}),
        ("step=plan&undated=on", "plan", {"due_at": None}),
        ("step=undo", "undo", {}),
    ],
)
def test_a_step_is_given_what_it_needs_and_no_more(db, address, name, given):
    sent = form(f"{address}&claim=1:1")

    assert sent.is_valid()
    assert (sent.name, sent.given) == (name, given)


@pytest.mark.parametrize("step", ["", "sign-off", "dismiss:nonsense"])
def test_other_steps_are_not_taken_in_a_list(db, step):
    assert not form(f"step={step}&claim=1:1").is_valid()
