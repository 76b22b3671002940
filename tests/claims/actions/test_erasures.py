"""An editor asks for an erasure, another person, an admin, carries it out or declines."""

import json

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts import auditing, people, sealing
from accounts.models import Event, User
from claims.actions import articles, erasures, evidence, publishing, triage
from claims.actions.erasures import ErasureChanged
from claims.models import (
    Article,
    Draft,
    Erasure,
    ErasureState,
    Notice,
    Presence,
    SavedView,
    SignOff,
    Watch,
)
from claims.workflow import ArticleErased, Status
from tests.factories import ArticleFactory, ClaimFactory, UserFactory

WHY = "A court said so."


@pytest.fixture
def article(desk):
    return ArticleFactory(desk=desk)


@pytest.fixture
def asked(article, editor):
    return erasures.ask(article, by=editor, reason=WHY)


def test_asking_is_a_row_and_an_event_and_nothing_is_gone(asked, article, editor):
    assert (asked.article, asked.person, asked.state, asked.asked_by) == (article, None, "asked", editor)
    event = Event.objects.within(article).get()
    assert (event.kind, event.by, event.note, event.after) == (
        "erasure.asked",
        editor,
        WHY,
        {"erasure": asked.pk},
    )
    assert Article.objects.get().erased_at is None


@pytest.mark.parametrize("who", ["viewer", "reviewer", "admin"])
def test_only_editors_ask(who, request, article):
    with pytest.raises(PermissionDenied):
        erasures.ask(article, by=request.getfixturevalue(who), reason=WHY)


def test_one_request_at_a_time(asked, article, second_editor, admin):
    with pytest.raises(ErasureChanged, match=f"article {article.pk} was asked for already"):
        erasures.ask(article, by=second_editor, reason=WHY)

    erasures.decline(asked, by=admin, reason="We need it.")

    assert erasures.ask(article, by=second_editor, reason=WHY).state == "asked"


def test_a_reason_is_wanted(article, editor, asked, admin):
    with pytest.raises(ValidationError):
        erasures.ask(article, by=editor, reason="  ")
    with pytest.raises(ValidationError):
        erasures.decline(asked, by=admin, reason="")


def test_declining_leaves_everything_and_says_why(asked, article, admin):
    erasures.decline(asked, by=admin, reason="We need it.")

    assert (asked.state, asked.decided_by, asked.declined_because) == ("declined", admin, "We need it.")
    assert Event.objects.within(article).last().note == "We need it."
    assert Article.objects.get().erased_at is None


@pytest.mark.parametrize(
    "decide", [erasures.carry_out, lambda *a, **k: erasures.decline(*a, reason="No.", **k)]
)
def test_who_decides_is_an_admin_and_not_who_asked(decide, asked, editor, second_editor, reviewer):
    for person in (reviewer, second_editor, editor):
        with pytest.raises(PermissionDenied, match="Only an admin"):
            decide(asked, by=person)
    editor.role = "admin"  # since they asked
    editor.save()
    with pytest.raises(PermissionDenied, match="Four eyes"):
        decide(asked, by=editor)
    asked.refresh_from_db()
    assert asked.state == "asked"


@pytest.mark.parametrize(
    ("forged", "constraint"),
    [
        ({"decided_by": "editor", "state": "carried_out"}, "erasure_decided_by_another"),
        ({"decided_at": None, "state": "carried_out"}, "erasure_decided_has_a_time"),
        ({"decided_by": "admin"}, "erasure_decided_has_a_time"),
        ({"state": "declined"}, "erasure_declined_with_a_reason"),
        ({"reason": ""}, "erasure_has_a_reason"),
        ({"article": None}, "erasure_of_one_thing"),
        ({"person": "editor"}, "erasure_of_one_thing"),
    ],
)
def test_the_database_holds_it_too(forged, constraint, asked, request):
    people_of = {"editor", "admin"}
    changes = {
        name: request.getfixturevalue(value) if value in people_of else value
        for name, value in forged.items()
    }
    if "state" in changes:
        changes = {"decided_at": timezone.now()} | changes

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Erasure.objects.filter(pk=asked.pk).update(**changes)


def test_the_second_of_two_who_decide_is_told(asked, admin):
    same_read_earlier = Erasure.objects.get(pk=asked.pk)
    erasures.carry_out(asked, by=admin)

    with pytest.raises(ErasureChanged, match="it is carried out"):
        erasures.carry_out(same_read_earlier, by=admin)
    with pytest.raises(ErasureChanged, match="it is carried out"):
        erasures.decline(same_read_earlier, by=admin, reason="No.")


def test_what_tells_of_it_outlives_it(asked, article, admin, editor):
    erasures.carry_out(asked, by=admin)

    told = [(event.kind, event.by, event.note) for event in Event.objects.within(article)]
    assert told == [
        ("erasure.asked", editor, WHY),
        ("erasure.carried_out", admin, WHY),
    ]


STEPS = {
    "mark": lambda article, claim, by: triage.mark_claim(article, by=by, start=0, end=8),
    "revise": lambda article, claim, by: articles.retry_extraction(article, by=by),
    "evidence": lambda article, claim, by: evidence.add_evidence(
        claim, by=by, kind="primary", locator="x", stance="supports"
    ),
    "ask": lambda article, claim, by: publishing.ask_for_comment(claim, by=by, whom="The port"),
    "accept": lambda article, claim, by: triage.accept(claim, by=by),
    "erase": lambda article, claim, by: erasures.ask(article, by=by, reason=WHY),
}


@pytest.mark.parametrize("step", STEPS)
def test_nothing_more_happens_to_what_was_erased(step, article, editor, asked, admin):
    claim = ClaimFactory(article=article, status=Status.SUGGESTED)
    erasures.carry_out(asked, by=admin)
    article.refresh_from_db()
    before = Event.objects.count()

    with pytest.raises(ArticleErased, match="were erased on"):
        STEPS[step](article, claim, editor)

    assert Event.objects.count() == before


# ---- people


@pytest.fixture
def leaver(desk):
    return UserFactory(name="Lea Ver", email="lea@paper.example", role="editor", desks=[desk])


def test_a_person_is_erased_with_all_that_was_theirs_alone(leaver, editor, admin, article, desk):
    claim = ClaimFactory(article=article)
    event = Event.objects.append("claim.note", claim, by=leaver, note="Lea Ver was here", within=article)
    Draft.objects.create(person=leaver, place="submit", values={"text": "Mine."})
    Watch.objects.create(person=leaver, article=article)
    Notice.objects.create(person=leaver, article=article, event=event, kind="mentioned")
    Presence.objects.create(person=leaver, claim=claim)
    SavedView.objects.create(owner=leaver, name="mine", query="")
    SavedView.objects.create(owner=leaver, name="ours", query="", desk=desk)
    SignOff.objects.create(article=article, revision=article.revision, by=leaver)
    sealing.seal_all()

    asked = erasures.ask(leaver, by=editor, reason="They asked.")
    erasures.carry_out(asked, by=admin)
    sealing.seal_all()

    assert User.objects.get(pk=leaver.pk).name == f"Erased person {leaver.pk}"
    assert [model.objects.count() for model in (Draft, Watch, Notice, Presence)] == [0, 0, 0, 0]
    assert [view.name for view in SavedView.objects.all()] == ["ours"]
    assert SignOff.objects.get().by_id == leaver.pk
    kept = json.dumps(list(Event.objects.values("before", "after", "note")))
    assert "Lea" not in kept
    assert Event.objects.get(kind="erasure.carried_out").note == "They asked."
    auditing.verify()


def test_the_reason_does_not_name_whom_it_is_about(leaver, editor):
    for reason in ("LEA VER asked.", "Mail of lea@paper.example."):
        with pytest.raises(ValidationError, match="the reason stays"):
            erasures.ask(leaver, by=editor, reason=reason)


def test_editors_ask_for_people_of_their_desks_active_or_not(leaver, editor, outsider, admin, desk):
    people.change_rights(leaver, role="editor", desks=[desk], active=False, by=admin)

    with pytest.raises(PermissionDenied):
        erasures.ask(outsider, by=editor, reason=WHY)
    with pytest.raises(PermissionDenied):
        erasures.ask(leaver, by=outsider, reason=WHY)
    assert erasures.ask(leaver, by=editor, reason=WHY).person == leaver


def test_nobody_decides_on_their_own_erasure(admin, editor):
    asked = erasures.ask(admin, by=editor, reason=WHY)

    with pytest.raises(PermissionDenied, match="their own"):
        erasures.carry_out(asked, by=admin)
    assert asked.state == ErasureState.ASKED
