import pytest

from accounts import people, sessions, tokens
from accounts.erasing import erase_values
from accounts.models import Desk, Event
from accounts.policy import Role
from accounts.wording import lines


def test_each_kind_of_event_has_its_words(admin, reviewer, desk):
    people.change_rights(reviewer, role=Role.REVIEWER, desks=[], active=True, by=admin)
    token, _ = tokens.make(reviewer, name="script", scope="write", days=30, by=None, note="by the operator")
    tokens.revoke(token, by=reviewer)
    sessions.end_all(reviewer, by=reviewer)
    people.send_invitation(reviewer, by=admin)
    people.password_changed(reviewer)
    people.password_set(reviewer)
    people.add_desk(Desk(slug="science", name="Science"), by=admin)
    people.change_rights(reviewer, role=Role.REVIEWER, desks=[], active=False, by=admin)

    told = [(str(line["who"]), line["what"], line["note"]) for line in lines(Event.objects.order_by("id"))]

    assert told == [
        ("Femi Admin", "changed the rights of Carla Reviewer: no longer on news", ""),
        (
            "The system",
            "made an API token for Carla Reviewer: script, read and write, 30 days",
            "by the operator",
        ),
        ("Carla Reviewer", "revoked an API token of Carla Reviewer: script", ""),
        ("Carla Reviewer", "ended the sessions of Carla Reviewer", ""),
        ("Femi Admin", "sent Carla Reviewer another invitation", ""),
        ("Carla Reviewer", "ended the sessions of Carla Reviewer", ""),
        ("Carla Reviewer", "changed the password of Carla Reviewer", ""),
        ("Carla Reviewer", "ended the sessions of Carla Reviewer", ""),
        ("Carla Reviewer", "set the password of Carla Reviewer by a link", ""),
        ("Femi Admin", "added the desk Science", ""),
        ("Femi Admin", "changed the rights of Carla Reviewer: deactivated", ""),
        ("Femi Admin", "ended the sessions of Carla Reviewer", ""),
    ]


def test_what_was_erased_says_so(admin, reviewer):
    people.change_rights(reviewer, role=Role.REVIEWER, desks=[], active=True, by=admin)
    erase_values(Event.objects.about(reviewer), reviewer, by=admin, reason="asked to")

    told = [(line["what"], line["note"]) for line in lines(people.history(reviewer))]

    assert told == [
        ("rights changed (the words were erased)", ""),
        ("erased the words of 1 event", "asked to"),
    ]


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ("asked", "asked for the erasure of"),
        ("declined", "declined the erasure of"),
        ("carried_out", "carried out the erasure of"),
    ],
)
def test_an_erasure_has_its_words(step, said, admin, reviewer):
    Event.objects.append(f"erasure.{step}", reviewer, by=admin, note="They asked.")

    [line] = lines(people.history(reviewer))

    assert (line["what"], line["note"]) == (f"{said} Carla Reviewer", "They asked.")


def test_what_everybody_does_every_day_is_not_in_the_history(reviewer):
    people.signed_out(reviewer)

    assert list(people.history(reviewer)) == []
