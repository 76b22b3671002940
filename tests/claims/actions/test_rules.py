"""Admins add and change the rules that ask for a second verdict."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from accounts.models import Event
from claims.actions import rules
from claims.models import CheckRule
from tests.factories import UserFactory
from tests.german import reading


@pytest.fixture
def rule(admin, desk):
    return rules.add_rule(by=admin, desk=desk, kind="quantity", risk="high")


def test_a_rule_is_added_with_who_gives_the_second_verdict(admin, desk, reviewer):
    rule = rules.add_rule(by=admin, desk=desk, kind="quantity", risk="high", people=[reviewer])

    assert list(rule.people.all()) == [reviewer]
    [event] = Event.objects.about(rule)
    assert (event.kind, event.by, event.before) == ("rule.added", admin, {})
    assert event.after == {
        "desk": desk.pk,
        "kind": "quantity",
        "risk": "high",
        "least_priority": 0,
        "shows_evidence": True,
        "active": True,
        "people": [reviewer.pk],
    }


def test_a_change_is_told_before_and_after(admin, rule, reviewer):
    rules.change_rule(rule, by=admin, version=1, risk="", people=[reviewer])

    rule.refresh_from_db()
    assert (rule.risk, rule.version, list(rule.people.all())) == ("", 2, [reviewer])
    event = Event.objects.about(rule).last()
    assert (event.kind, event.before["risk"], event.after["risk"]) == ("rule.changed", "high", "")
    assert (event.before["people"], event.after["people"]) == ([], [reviewer.pk])


def test_switched_off_it_stays_with_its_people(admin, rule, reviewer):
    rules.change_rule(rule, by=admin, version=1, people=[reviewer])
    rules.change_rule(rule, by=admin, version=2, active=False)

    rule.refresh_from_db()
    assert (rule.active, list(rule.people.all())) == (False, [reviewer])
    assert Event.objects.about(rule).last().note.startswith("Off: ")


def test_what_changes_nothing_is_no_event(admin, rule):
    rules.change_rule(rule, by=admin, version=1, risk="high", people=[])

    rule.refresh_from_db()
    assert rule.version == 1
    assert Event.objects.about(rule).count() == 1


def test_of_two_admins_the_later_is_told(admin, rule):
    rules.change_rule(rule, by=admin, version=1, risk="low")

    with pytest.raises(rules.RuleChanged) as told:
        rules.change_rule(rule, by=UserFactory(role="admin"), version=1, risk="normal")

    assert told.value.state == {"version": 2}
    assert CheckRule.objects.get().risk == "low"


@pytest.mark.parametrize("role", ["viewer", "reviewer", "editor"])
def test_rules_are_for_admins(role, rule, desk):
    person = UserFactory(role=role, desks=[desk])

    with pytest.raises(PermissionDenied):
        rules.add_rule(by=person)
    with pytest.raises(PermissionDenied):
        rules.change_rule(rule, by=person, version=1, active=False)


def test_who_is_named_must_be_able_to_give_it(admin, desk, editor, outsider):
    stranger = UserFactory(name="Xenia Far")
    for people, named in (([editor], "Ada Editor"), ([stranger], "Xenia Far")):
        with pytest.raises(ValidationError) as wrong:
            rules.add_rule(by=admin, desk=desk, people=people)
        assert named in wrong.value.message_dict["people"][0]

    assert rules.add_rule(by=admin, people=[stranger]).pk  # on every desk: on hers too


def test_a_second_rule_for_the_same_claims_would_never_hold(admin, rule, desk):
    with pytest.raises(ValidationError, match=f"Rule {rule.pk} fits the same claims"):
        rules.add_rule(by=admin, desk=desk, kind="quantity", risk="high", shows_evidence=False)

    other = rules.add_rule(by=admin, desk=desk, kind="quantity")
    with pytest.raises(ValidationError):
        rules.change_rule(other, by=admin, version=1, risk="high", people=[])
    other.refresh_from_db()
    assert (other.risk, other.version) == ("", 1)


def test_what_the_rule_says_is_stored_in_english(admin, desk):
    with reading():
        rule = rules.add_rule(by=admin, desk=desk, kind="quantity", risk="high")

    assert Event.objects.about(rule).get().note == rule.sentence
