"""The page of rules, for admins; on the desk they are read as sentences."""

import pytest

from accounts.models import Event
from claims.models import CheckRule
from tests.factories import ArticleFactory, UserFactory

TYPED = {"desk": "", "kind": "quantity", "risk": "high", "least_priority": 0, "shows_evidence": "on"}


@pytest.fixture
def rule(desk, reviewer):
    rule = CheckRule.objects.create(desk=desk, kind="quantity", risk="high")
    rule.people.add(reviewer)
    return rule


@pytest.fixture
def client_of(sign_in, admin):
    return sign_in(admin)


def test_an_admin_adds_a_rule_and_all_admins_read_it(client_of, reviewer):
    answer = client_of.post("/rules/add/", TYPED | {"people": [reviewer.pk], "active": "on"}, follow=True)

    rule = CheckRule.objects.get()
    assert (rule.kind, rule.risk, rule.active, rule.shows_evidence) == ("quantity", "high", True, True)
    said = answer.content.decode()
    assert "Carla Reviewer" in said
    assert "Femi Admin added" in said
    assert "Quantity claims of high risk get a second, blind verdict, by Carla Reviewer." in said


def test_an_admin_changes_a_rule(client_of, rule):
    answer = client_of.post(f"/rules/{rule.pk}/", TYPED | {"risk": "", "version": 1})

    assert answer.url == "/rules/"
    rule.refresh_from_db()
    assert (rule.risk, rule.active, rule.people.count()) == ("", False, 0)


def test_a_rule_is_switched_off_and_on_from_the_list(client_of, rule):
    client_of.post(f"/rules/{rule.pk}/switch/", {"active": "false", "version": 1})
    rule.refresh_from_db()
    assert rule.active is False

    client_of.post(f"/rules/{rule.pk}/switch/", {"active": "true", "version": 2})
    rule.refresh_from_db()
    assert (rule.active, rule.people.count()) == (True, 1)

    late = client_of.post(f"/rules/{rule.pk}/switch/", {"active": "false", "version": 2})
    assert late.status_code == 409
    assert "Another admin changed this rule meanwhile." in late.content.decode()


def test_the_later_of_two_admins_is_told_and_what_they_typed_is_still_there(client_of, rule):
    CheckRule.objects.update(least_priority=30, version=2)

    late = client_of.post(f"/rules/{rule.pk}/", TYPED | {"least_priority": 77, "version": 1})

    said = late.content.decode()
    assert late.status_code == 409
    assert "Another admin changed this rule meanwhile." in said
    assert "with a priority of 30 or more" in said
    assert 'value="77"' in said
    assert 'name="version" value="2"' in said


def test_what_is_wrong_is_told_at_its_field_and_does_not_hide_a_change_meanwhile(client_of, rule):
    CheckRule.objects.update(version=2)

    wrong = client_of.post(f"/rules/{rule.pk}/", TYPED | {"least_priority": 101, "version": 1})

    said = wrong.content.decode()
    assert wrong.status_code == 422
    assert "A priority is a whole number between 0 and 100." in said
    assert 'value="101"' in said
    assert 'name="version" value="1"' in said


def test_editors_cannot_be_named(client_of, editor):
    answer = client_of.post("/rules/add/", TYPED | {"people": [editor.pk]})

    assert answer.status_code == 422
    assert not CheckRule.objects.exists()


def test_no_rule_is_there_for_others_nor_an_article_for_the_admin(sign_in, editor, rule, client_of, desk):
    ArticleFactory(desk=desk, title="Zanzibar")

    assert "Zanzibar" not in client_of.get("/rules/").content.decode()
    assert client_of.get("/rules/999/").status_code == 404
    assert sign_in(editor).get("/rules/999/").status_code == 403


def test_editors_read_the_rules_of_their_desk_as_sentences(sign_in, editor, rule, other_desk):
    CheckRule.objects.create(desk=other_desk, kind="cause")
    CheckRule.objects.create(active=False, kind="event")

    said = sign_in(editor).get("/desks/news/threshold/").content.decode()

    assert "Quantity claims of high risk on News get a second, blind verdict, by Carla Reviewer." in said
    assert "Cause claims" not in said
    assert "Event claims" not in said
    assert "/rules/" not in said


def test_a_hostile_name_is_text(client_of, rule, desk):
    rule.people.add(UserFactory(name="<script>alert(1)</script>", desks=[desk]))

    for address in ("/rules/", f"/rules/{rule.pk}/"):
        said = client_of.get(address).content.decode()
        assert "<script>alert" not in said
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in said


def test_no_query_for_each_rule(client_of, rule, reviewer, admin, queries, django_assert_num_queries):
    count = queries(lambda: client_of.get("/rules/"))
    for kind in ("cause", "event"):
        CheckRule.objects.create(kind=kind).people.add(reviewer)
        Event.objects.append("rule.added", rule, by=admin)
    with django_assert_num_queries(count):
        client_of.get("/rules/")


STUCK = "names can give a second verdict any more"


def deactivated(person, rule):
    person.is_active = False


def promoted(person, rule):
    person.role = "editor"


def off_the_desk(person, rule):
    person.memberships.all().delete()


def off_all_desks(person, rule):
    CheckRule.objects.update(desk=None)
    person.memberships.all().delete()


@pytest.mark.parametrize("goes", [deactivated, promoted, off_the_desk, off_all_desks])
def test_a_rule_that_nobody_it_names_can_follow_says_so(client_of, rule, reviewer, desk, goes):
    second = UserFactory(desks=[desk])
    rule.people.add(second)
    goes(second, rule)
    second.save()
    assert STUCK not in client_of.get("/rules/").content.decode()  # there is another

    goes(reviewer, rule)
    reviewer.save()

    said = client_of.get("/rules/").content.decode()
    assert f'Nobody whom <a href="/rules/{rule.pk}/">rule {rule.pk}</a> {STUCK}' in said
    client_of.post(f"/rules/{rule.pk}/switch/", {"active": "false", "version": 1})
    assert STUCK not in client_of.get("/rules/").content.decode()


def test_a_rule_that_names_nobody_is_for_everybody(client_of, rule):
    rule.people.clear()

    assert STUCK not in client_of.get("/rules/").content.decode()
