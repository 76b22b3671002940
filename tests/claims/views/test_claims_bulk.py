import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.models import Event
from claims.actions import triage
from claims.models import Claim
from claims.workflow import Status
from tests.factories import ArticleFactory, ClaimFactory

BULK = "/claims/bulk/"


@pytest.fixture
def suggested(article):
    return [ClaimFactory(article=article, start=n, status=Status.SUGGESTED) for n in range(3)]


def ticks(*claims):
    return [f"{claim.pk}:{claim.version}" for claim in claims]


def statuses(*claims):
    return [Claim.objects.get(pk=claim.pk).status for claim in claims]


def test_ticked_claims_are_accepted_and_the_rest_of_the_list_is_shown(sign_in, reviewer, suggested):
    first, second, third = suggested

    response = sign_in(reviewer).post(
        BULK, {"step": "accept", "claim": ticks(first, second), "query": "status=suggested"}
    )

    assert response.status_code == 200
    assert response.context["page"].rows == [third]
    assert "<strong>2 accepted.</strong>" in response.content.decode()
    assert statuses(*suggested) == ["open", "open", "suggested"]


def test_what_changed_meanwhile_is_told_and_left_alone(sign_in, reviewer, editor, suggested):
    first, second, _third = suggested
    triage.dismiss(Claim.objects.get(pk=second.pk), by=editor, reason="An opinion.")

    html = sign_in(reviewer).post(BULK, {"step": "accept", "claim": ticks(first, second)}).content.decode()

    assert "<strong>1 accepted, 1 not.</strong>" in html
    assert "1 not: This claim changed meanwhile: it is dismissed." in html
    assert statuses(first, second) == ["open", "dismissed"]


def test_a_claim_of_others_is_told_without_a_word_of_it(sign_in, reviewer, suggested):
    foreign = ClaimFactory(status=Status.SUGGESTED, text="The secret harbour.")

    html = sign_in(reviewer).post(BULK, {"step": "accept", "claim": ticks(foreign)}).content.decode()

    assert "It is not there for you any more." in html
    assert "secret harbour" not in html
    assert statuses(foreign) == ["suggested"]


@pytest.mark.parametrize(
    ("sent", "reason"),
    [
        ({"step": "dismiss:opinion"}, "An opinion."),
        ({"step": "dismiss", "reason": "A slip of the pen."}, "A slip of the pen."),
    ],
)
def test_dismissed_for_a_given_reason_or_another(sign_in, reviewer, suggested, sent, reason):
    sign_in(reviewer).post(BULK, sent | {"claim": ticks(suggested[0])})

    event = Event.objects.about(suggested[0]).last()
    assert (event.kind, event.note) == ("claim.dismiss", reason)


def test_undo_takes_back_what_was_done_and_says_what_was_built_upon(sign_in, reviewer, suggested):
    client = sign_in(reviewer)
    outcome = client.post(BULK, {"step": "accept", "claim": ticks(*suggested)}).context["outcome"]
    client.post(reverse("claim-take", args=[suggested[1].pk]))

    html = client.post(BULK, {"step": "undo", "claim": outcome.back}).content.decode()

    assert "<strong>2 taken back, 1 not.</strong>" in html
    assert "held by Carla Reviewer" in html
    assert statuses(*suggested) == ["suggested", "in_check", "suggested"]
    assert 'value="undo"' not in html


def test_a_plan_changes_what_was_chosen_and_can_be_taken_back(sign_in, editor, article):
    now = timezone.now().replace(microsecond=0)
    claims = [ClaimFactory(article=article, start=n, risk="low", due_at=now) for n in range(2)]
    client = sign_in(editor)

    outcome = client.post(BULK, {"step": "plan", "claim": ticks(*claims), "risk": "high"}).context["outcome"]
    assert list(Claim.objects.values_list("risk", "due_at")) == [("high", now)] * 2
    again = {"step": "plan", "claim": outcome.back, "undated": "on"}
    outcome = client.post(BULK, again).context["outcome"]
    assert list(Claim.objects.values_list("risk", "due_at")) == [("high", None)] * 2

    client.post(BULK, {"step": "undo", "claim": outcome.back})
    assert list(Claim.objects.values_list("risk", "due_at")) == [("high", now)] * 2


def test_all_that_match_is_what_the_filters_name(sign_in, editor, reviewer, article):
    low = ClaimFactory(article=article, risk="low")
    normal = ClaimFactory(article=article, start=1)
    sent = {"step": "assign", "all": "on", "query": "risk=low", "assignee": reviewer.pk}

    outcome = sign_in(editor).post(BULK, sent).context["outcome"]

    assert (outcome.told, outcome.rest) == ("1 assigned", "")
    assert statuses(low, normal) == ["in_check", "open"]


def test_all_that_match_has_a_limit_that_is_told(sign_in, reviewer, desk, monkeypatch):
    monkeypatch.setattr("claims.views.claims_bulk.MOST_AT_ONCE", 2)
    article = ArticleFactory(desk=desk)
    claims = [ClaimFactory(article=article, start=n, status=Status.SUGGESTED) for n in range(3)]

    html = sign_in(reviewer).post(BULK, {"step": "accept", "all": "on"}).content.decode()

    assert "3 matched; the first" in html
    assert statuses(*claims) == ["open", "open", "suggested"]


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"step": "accept"}, "Choose claims first"),
        ({"step": "accept", "claim": "7;3"}, "Tick claims of the list."),
        ({"step": "dismiss", "claim": "7:1"}, "Say why this is not to be checked."),
        ({"step": "assign", "claim": "7:1"}, "Choose who checks these claims."),
        ({"step": "plan", "claim": "7:1"}, "Choose a risk or a deadline to set."),
        (
            {"step": "plan", "claim": "7:1", "undated": "on", "due_at": "2030-01-01T10:00"},
            "Choose a deadline, or none at all.",
        ),
        ({"step": "accept", "claim": ",".join(f"{n}:1" for n in range(1, 502))}, "at most 500"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_done(sign_in, editor, suggested, sent, sentence):
    response = sign_in(editor).post(BULK, sent)

    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert statuses(*suggested) == ["suggested"] * 3


def test_what_was_typed_and_ticked_is_still_there(sign_in, editor, suggested):
    sent = {"step": "assign", "claim": ticks(suggested[1]), "reason": "Half a reason"}

    html = sign_in(editor).post(BULK, sent).content.decode()

    ticked = [f'aria-labelledby="words-of-{claim.pk}" checked>' in html for claim in suggested]
    assert ticked == [False, True, False]
    assert 'value="Half a reason"' in html


def test_to_htmx_only_what_is_new_is_sent(sign_in, reviewer, suggested):
    response = sign_in(reviewer).post(
        BULK, {"step": "accept", "claim": ticks(suggested[0])}, headers={"HX-Request": "true"}
    )

    html = response.content.decode()
    assert "<html" not in html
    assert 'hx-swap-oob="innerHTML:#outcome"' in html
    assert "1 accepted" in html


def test_who_judges_nothing_is_refused(sign_in, viewer, suggested):
    response = sign_in(viewer).post(BULK, {"step": "accept", "claim": ticks(*suggested)})

    assert response.status_code == 403
    assert "data-tick" not in sign_in(viewer).get("/claims/").content.decode()


def test_people_to_assign_are_told_with_what_they_hold(
    sign_in, editor, reviewer, second_reviewer, viewer, article, outsider
):
    ClaimFactory(article=article, status=Status.IN_CHECK, assignee=reviewer)
    ClaimFactory(article=article, start=1, status=Status.AWAITING_SECOND_CHECK, assignee=reviewer)
    ClaimFactory(article=article, start=2, status=Status.RESOLVED, assignee=reviewer)
    ClaimFactory(status=Status.IN_CHECK, assignee=second_reviewer)  # nothing that the editor sees

    html = sign_in(editor).get("/claims/people/").content.decode()

    assert "Carla Reviewer: 2 claims held now" in html
    assert "Davit Reviewer: holds none" in html
    assert html.index("Davit") < html.index("Carla")
    assert viewer.name not in html
    assert outsider.name not in html


def test_no_query_for_each_row_after_a_step(sign_in, reviewer, article, queries, django_assert_num_queries):
    client = sign_in(reviewer)
    address = {"step": "undo", "claim": "999999999:1"}
    ClaimFactory(article=article)
    count = queries(lambda: client.post(BULK, address))
    for start in (1, 2):
        ClaimFactory(article=article, start=start)

    with django_assert_num_queries(count):
        client.post(BULK, address)
