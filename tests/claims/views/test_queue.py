from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from claims.actions import assignments, notes, triage, verdicts
from claims.models import CheckRule, Claim, Standing
from claims.workflow import Status
from tests.factories import (
    ArticleFactory,
    ClaimFactory,
    EvidenceFactory,
    RatingFactory,
    UserFactory,
    VerdictFactory,
)


def sections(response):
    return {section["kind"].name: section["claims"] for section in response.context["sections"]}


def test_a_reviewer_sees_what_waits_for_them(sign_in, reviewer, second_reviewer, desk):
    article = ArticleFactory(desk=desk)
    now = timezone.now()
    mine = ClaimFactory(article=article, end=3, status=Status.IN_CHECK, assignee=reviewer)
    returned = ClaimFactory(
        article=article, end=4, status=Status.IN_CHECK, assignee=reviewer, returned_at=now
    )
    ClaimFactory(article=article, end=5, status=Status.IN_CHECK, assignee=second_reviewer)
    free = ClaimFactory(article=article, end=6)
    ClaimFactory(article=article, end=7, status=Status.SUGGESTED, due_at=now)
    due = ClaimFactory(article=article, end=8, due_at=now + timedelta(hours=1))

    response = sign_in(reviewer).get(reverse("queue"))

    found = sections(response)
    assert found["mine"] == [mine]
    assert found["returned"] == [returned]
    assert set(found["free"]) == {free, due}
    assert found["due"] == [due]
    assert "to-sign" not in found


def test_an_editor_sees_the_verdicts_of_others_on_articles_of_others(sign_in, editor, reviewer, desk):
    others, own = ArticleFactory(desk=desk), ArticleFactory(desk=desk, writer=editor)
    waiting = [
        ClaimFactory(article=article, status=Status.AWAITING_SIGN_OFF, end=end)
        for article, end in ((others, 3), (others, 4), (own, 3))
    ]
    for claim, author in zip(waiting, (reviewer, editor, reviewer), strict=True):
        claim.verdict = VerdictFactory(claim=claim, author=author)
        claim.save()

    response = sign_in(editor).get(reverse("queue"))

    assert sections(response)["to-sign"] == [waiting[0]]


def waiting(article, first, **fields):
    """A claim whose first verdict, by `first`, waits for the second."""
    claim = ClaimFactory(article=article, status=Status.AWAITING_SECOND_CHECK, **fields)
    VerdictFactory(claim=claim, author=first, standing=Standing.BLIND)
    return claim


def test_second_checks_stand_on_the_queue_of_who_may_take_them(
    sign_in, reviewer, second_reviewer, editor, desk
):
    article, own = ArticleFactory(desk=desk), ArticleFactory(desk=desk, writer=second_reviewer)
    free = waiting(article, reviewer, end=3)
    waiting(own, reviewer)
    held = waiting(article, reviewer, end=4, assignee=second_reviewer)
    waiting(article, second_reviewer, end=5)
    CheckRule.objects.create(kind="cause").people.add(reviewer)
    waiting(article, reviewer, end=6, kind="cause")  # a rule names who gives this one

    found = sections(sign_in(second_reviewer).get(reverse("queue")))

    assert found["second"] == [free]
    assert held in found["mine"]
    assert "to-assign" not in found
    for_editors = sections(sign_in(editor).get(reverse("queue")))
    assert for_editors["second"] == []
    assert free in for_editors["to-assign"]
    assert held not in for_editors["to-assign"]
    assert len(for_editors["to-assign"]) == 4


def test_an_earlier_verdict_that_was_returned_is_not_the_first_of_two(sign_in, reviewer, editor, desk):
    claim = waiting(ArticleFactory(desk=desk), editor)
    VerdictFactory(claim=claim, author=reviewer, standing=Standing.RETURNED)

    assert sections(sign_in(reviewer).get(reverse("queue")))["second"] == [claim]


def test_take_next_takes_a_second_check_first_and_none_that_a_rule_gives_to_others(
    sign_in, reviewer, second_reviewer, editor, desk
):
    article = ArticleFactory(desk=desk)
    CheckRule.objects.create(kind="cause").people.add(reviewer)
    waiting(article, editor, end=3, kind="cause", priority=99)
    second = waiting(article, editor, end=4)
    ClaimFactory(article=article, end=5, priority=50)

    response = sign_in(second_reviewer).post(reverse("claim-take-next"))

    assert response.url == second.get_absolute_url()
    assert Claim.objects.get(pk=second.pk).assignee == second_reviewer


def test_an_editor_assigns_a_second_check_to_who_may_give_it(
    sign_in, editor, reviewer, second_reviewer, desk
):
    claim = waiting(ArticleFactory(desk=desk), reviewer)

    page = sign_in(editor).get(claim.get_absolute_url())
    answer = sign_in(editor).post(
        reverse("claim-assign", args=[claim.pk]), {"assignee": second_reviewer.pk, "version": 1}
    )

    assert page.context["load"] == [(0, second_reviewer)]
    assert answer.status_code == 302
    assert Claim.objects.get(pk=claim.pk).assignee == second_reviewer


def test_claims_of_other_desks_and_restricted_articles_do_not_exist(sign_in, reviewer, desk, other_desk):
    ClaimFactory(article__desk=other_desk)
    ClaimFactory(article__desk=desk, article__restricted=True)

    response = sign_in(reviewer).get(reverse("queue"))

    assert sections(response)["free"] == []
    assert response.context["nav_counts"]["claims"] == "0"


@pytest.mark.parametrize(("person", "place"), [("viewer", "articles"), ("admin", "people")])
def test_who_checks_nothing_starts_elsewhere(request, sign_in, person, place):
    response = sign_in(request.getfixturevalue(person)).get(reverse("queue"))

    assert response.url == reverse(place)


def test_take_next_takes_the_first_of_the_queue(sign_in, reviewer, desk):
    article = ArticleFactory(desk=desk)
    ClaimFactory(article=article, end=3, priority=10)
    first = ClaimFactory(article=article, end=4, priority=50)

    response = sign_in(reviewer).post(reverse("claim-take-next"))

    assert response.url == first.get_absolute_url()
    assert Claim.objects.get(pk=first.pk).assignee == reviewer


def test_take_next_with_nothing_free_says_so(sign_in, reviewer):
    response = sign_in(reviewer).post(reverse("claim-take-next"), follow=True)

    assert "Nothing is free to take right now." in response.content.decode()


def test_a_long_section_is_cut_and_counted(sign_in, reviewer, desk):
    article = ArticleFactory(desk=desk, text="x" * 60)
    for end in range(1, 16):
        ClaimFactory(article=article, end=end)

    response = sign_in(reviewer).get(reverse("queue"))

    free = response.context["sections"][-1]
    assert (len(free["claims"]), free["total"], free["more"]) == (12, "15", True)


def test_no_query_for_each_row(sign_in, editor, desk, queries, django_assert_num_queries):
    client = sign_in(editor)
    rows(desk, editor)
    count = queries(lambda: client.get(reverse("queue")))
    assert count < 15
    rows(desk, editor)
    rows(desk, editor)

    with django_assert_num_queries(count):
        client.get(reverse("queue"))


def rows(desk, editor):
    """One row for each section of the page."""
    article = ArticleFactory(desk=desk)
    now = timezone.now()
    ClaimFactory(article=article, end=3, due_at=now)
    ClaimFactory(article=article, end=4, status=Status.IN_CHECK, assignee=editor)
    ClaimFactory(article=article, end=5, status=Status.IN_CHECK, assignee=editor, returned_at=now)
    waiting(article, UserFactory(), end=7)
    claim = ClaimFactory(article=article, end=6, status=Status.AWAITING_SIGN_OFF)
    claim.verdict = VerdictFactory(claim=claim)
    claim.save()


def test_verdicts_on_words_that_changed_since_wait_for_a_look(sign_in, reviewer, desk):
    article, own = ArticleFactory(desk=desk), ArticleFactory(desk=desk, writer=reviewer)
    changed = {"wants_a_glance": True, "status": Status.RESOLVED}
    waiting = ClaimFactory(article=article, **changed)
    ClaimFactory(article=article, end=4, wants_a_glance=True, status=Status.CLOSED)
    ClaimFactory(article=article, end=5, status=Status.RESOLVED)
    ClaimFactory(article=own, **changed)
    ClaimFactory(**changed)  # of a desk of others

    found = sections(sign_in(reviewer).get(reverse("queue")))

    assert found["changed"] == [waiting]


def test_while_a_second_check_waits_only_what_can_be_done_is_offered(
    sign_in, editor, reviewer, second_reviewer, desk
):
    claim = ClaimFactory(article=ArticleFactory(desk=desk), status=Status.SUGGESTED)
    triage.accept(claim, by=second_reviewer)
    CheckRule.objects.create()
    assignments.take(claim, by=reviewer)
    record = EvidenceFactory(claim=claim)
    rating = RatingFactory(scale=claim.article.scale)
    verdicts.propose_verdict(claim, by=reviewer, rating=rating, rationale="So.", evidence=[record])

    def offered(person):
        context = sign_in(person).get(claim.get_absolute_url()).context
        undo = {"undo"} if context["can"]["undo_now"] else set()
        return {button.name for button in context["buttons"]} | undo

    assert offered(second_reviewer) == {"take"}  # their own last step is not the last one
    assert offered(editor) == set()
    assert offered(reviewer) == {"withdraw"}
    assignments.take(Claim.objects.get(pk=claim.pk), by=second_reviewer)
    assert offered(second_reviewer) == {"release", "undo"}
    assert offered(editor) == {"release"}


def test_claims_whose_notes_name_me_stand_there_until_i_have_read_them(sign_in, reviewer, editor, desk):
    claim = ClaimFactory(article=ArticleFactory(desk=desk), status=Status.RESOLVED)
    notes.add_note(claim, by=editor, body="@Carla Reviewer, which year?")
    client = sign_in(reviewer)

    assert sections(client.get("/"))["mentions"] == [claim]
    client.get(f"/inbox/{reviewer.notices.get().pk}/")
    assert sections(client.get("/"))["mentions"] == []
