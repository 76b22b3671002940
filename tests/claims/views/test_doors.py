import pytest
from django import forms
from django.core.exceptions import PermissionDenied, ValidationError

from claims.views.doors import carried_out, lead_back, refused
from claims.workflow import ClaimChanged


class OneField(forms.Form):
    words = forms.CharField()


def raising(error):
    def act(typed):
        raise error

    return act


def test_what_is_in_order_is_done():
    done = []
    form = OneField({"words": "Yes"})

    assert carried_out(form, done.append)
    assert done == [{"words": "Yes"}]


def test_what_the_form_refuses_never_reaches_the_action():
    form = OneField({"words": ""})

    assert not carried_out(form, raising(AssertionError))
    assert refused(form) == 422


def test_what_the_action_finds_wrong_is_told_at_its_field():
    form = OneField({"words": "No"})

    assert not carried_out(form, raising(ValidationError({"words": "Too short.", "other": "And that."})))
    assert form.errors == {"words": ["Too short."], "__all__": ["And that."]}


def test_what_came_too_late_is_a_conflict():
    form = OneField({"words": "No"})

    assert not carried_out(form, raising(ClaimChanged("Somebody was faster.")))
    assert refused(form) == 409


def test_what_one_may_not_do_is_not_caught():
    with pytest.raises(PermissionDenied):
        carried_out(OneField({"words": "No"}), raising(PermissionDenied))


def test_a_form_that_was_not_sent_is_no_refusal():
    assert refused(OneField()) == 200


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("/claims/?q=a#claim-3", "/claims/?q=a#claim-3"),
        ("inbox", "inbox"),  # of our host, though nothing is there: not the name of a page
        ("nonsense", "nonsense"),
        ("https://elsewhere.example/", "/"),
        ("//elsewhere.example/", "/"),
        ("", "/"),
    ],
)
def test_one_is_led_back_to_an_address_of_ours(rf, address, place):
    assert lead_back(rf.post("/", {"next": address}), "/").url == place
