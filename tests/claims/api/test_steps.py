import pytest

from claims.actions import verdicts
from claims.actions.bulk import STEPS
from claims.models import Claim
from claims.workflow import STEPS as MOMENTS
from claims.workflow import Status
from tests.factories import ArticleFactory, ClaimFactory, EvidenceFactory, RatingFactory

REASON = {"reason": "Because."}


@pytest.fixture
def article(desk):
    return ArticleFactory(desk=desk)


def with_verdict(claim, author):
    """The claim, held by `author`, with their verdict awaiting sign-off."""
    Claim.objects.filter(pk=claim.pk).update(status=Status.IN_CHECK, assignee=author)
    claim.refresh_from_db()
    rating = RatingFactory(scale=claim.article.scale)
    verdicts.propose_verdict(
        claim, by=author, rating=rating, rationale="So.", evidence=[EvidenceFactory(claim=claim)]
    )
    return claim


def test_every_step_of_the_workflow_has_its_address():
    # A verdict is posted as a record of its own.
    assert {step.right for step in STEPS.values()} == {*MOMENTS, "seen", "plan", "undo"} - {"propose"}


def test_the_way_of_a_claim(api, reviewer, editor, second_reviewer, article):
    claim = ClaimFactory(article=article, status=Status.SUGGESTED)

    def step(person, name, **body):
        answer = api(person).post(f"claims/{claim.pk}/{name}/", body)
        assert answer.status_code == 200, answer.content
        return answer.json()

    assert step(reviewer, "accept")["status"] == "open"
    assert step(reviewer, "take")["assignee"] == reviewer.pk
    assert step(reviewer, "release")["assignee"] is None
    assert step(editor, "assign", assignee=second_reviewer.pk)["assignee_name"] == second_reviewer.name
    assert step(editor, "dismiss", **REASON)["status"] == "dismissed"
    assert step(reviewer, "restore")["status"] == "open"
    assert step(reviewer, "undo")["status"] == "dismissed"
    assert step(reviewer, "restore")["status"] == "open"
    with_verdict(claim, reviewer)
    assert step(reviewer, "withdraw")["status"] == "in_check"
    with_verdict(claim, reviewer)
    assert step(editor, "return", note="Which register?")["assignee"] == reviewer.pk
    verdict = with_verdict(claim, reviewer).verdict_id
    signed = step(editor, "sign-off", verdict=verdict)
    assert (signed["status"], signed["verdict"]["id"], signed["verdict"]["standing"]) == (
        "resolved",
        verdict,
        "signed_off",
    )
    assert step(editor, "reopen", **REASON)["assignee"] == reviewer.pk


@pytest.mark.parametrize(("step", "name"), [("dismiss", "note"), ("return", "reason"), ("reopen", "note")])
def test_reason_and_note_are_one_and_the_same(api, reviewer, editor, article, step, name):
    claim = ClaimFactory(article=article)
    if step != "dismiss":
        with_verdict(claim, reviewer)
    if step == "reopen":
        verdicts.sign_off(claim, by=editor, verdict=claim.verdict_id)

    assert api(editor).post(f"claims/{claim.pk}/{step}/", {name: " "}).status_code == 400
    assert api(editor).post(f"claims/{claim.pk}/{step}/", {name: "Because."}).status_code == 200


def test_a_stale_version_is_told_how_things_stand(api, reviewer, second_reviewer, article):
    claim = ClaimFactory(article=article)
    seen = claim.version
    assert api(reviewer).post(f"claims/{claim.pk}/take/", {"version": seen}).status_code == 200

    answer = api(second_reviewer).post(f"claims/{claim.pk}/take/", {"version": seen})

    assert answer.status_code == 409
    assert answer.json()["error"] == {
        "code": "claim_changed",
        "message": f"This claim changed meanwhile: it is in check, held by {reviewer.name}.",
        "fields": {},
        "status": "in_check",
        "version": seen + 1,
        "holder": {"id": reviewer.pk, "name": reviewer.name},
    }


def test_only_the_holder_may_and_is_named(api, reviewer, second_reviewer, article):
    claim = ClaimFactory(article=article, status=Status.IN_CHECK, assignee=reviewer)

    error = api(second_reviewer).post(f"claims/{claim.pk}/release/").json()["error"]

    assert (error["code"], error["holder"]["name"]) == ("not_holder", reviewer.name)


def test_a_stale_version_comes_before_the_holder(api, reviewer, second_reviewer, article):
    claim = ClaimFactory(article=article, status=Status.IN_CHECK, assignee=reviewer, version=5)

    error = api(second_reviewer).post(f"claims/{claim.pk}/release/", {"version": 4}).json()["error"]

    assert error["code"] == "claim_changed"


def test_a_verdict_that_was_not_seen_is_not_signed(api, reviewer, editor, article):
    claim = with_verdict(ClaimFactory(article=article), reviewer)
    address = f"claims/{claim.pk}/sign-off/"

    missing = api(editor).post(address)
    other = api(editor).post(address, {"verdict": claim.verdict_id + 1})
    own = api(reviewer).post(address, {"verdict": claim.verdict_id})

    assert (missing.status_code, list(missing.json()["error"]["fields"])) == (400, ["verdict"])
    assert (other.status_code, other.json()["error"]["code"]) == (409, "claim_changed")
    assert own.status_code == 403


@pytest.mark.parametrize("assignee", [10**9, "Rita", 10**30, None, 0])
def test_nobody_is_assigned_who_is_not_there(api, editor, article, assignee):
    claim = ClaimFactory(article=article)

    answer = api(editor).post(f"claims/{claim.pk}/assign/", {"assignee": assignee})

    assert (answer.status_code, list(answer.json()["error"]["fields"])) == (400, ["assignee"])


def test_people_of_another_desk_are_as_unknown_as_nobody(api, editor, outsider, article):
    claim = ClaimFactory(article=article)

    def message(assignee):
        return (
            api(editor).post(f"claims/{claim.pk}/assign/", {"assignee": assignee}).json()["error"]["message"]
        )

    assert message(outsider.pk) == message(10**9)


def test_planning_leaves_alone_what_is_not_sent(api, editor, article):
    claim = ClaimFactory(article=article)

    def plan(**body):
        answer = api(editor).post(f"claims/{claim.pk}/plan/", body).json()
        return answer["risk"], answer["due_at"]

    assert plan(risk="high", due_at="2030-01-02T10:00:00Z") == ("high", "2030-01-02T10:00:00Z")
    assert plan(risk="low") == ("low", "2030-01-02T10:00:00Z")
    assert plan(due_at=None) == ("low", None)


@pytest.mark.parametrize("name", STEPS)
def test_the_refusals_come_in_their_order(api, viewer, outsider, editor, article, name):
    claim = ClaimFactory(article=article, status=Status.CLOSED)
    body = {"reason": "Because.", "assignee": editor.pk, "verdict": 1}

    assert api(outsider).post(f"claims/{claim.pk}/{name}/", body).status_code == 404
    assert api(viewer).post(f"claims/{claim.pk}/{name}/").status_code == 403
    assert api(editor).post(f"claims/{claim.pk}/{name}/", body).status_code == 409
    assert api(editor).get(f"claims/{claim.pk}/{name}/").status_code == 405


def test_bulk_tells_what_became_of_each(api, reviewer, editor, article, outsider):
    suggested = [ClaimFactory(article=article, start=n, status=Status.SUGGESTED) for n in range(2)]
    resolved = ClaimFactory(article=article, start=2, status=Status.RESOLVED)
    foreign = ClaimFactory(status=Status.SUGGESTED)
    ids = [suggested[1].pk, resolved.pk, foreign.pk, suggested[0].pk, 10**15]

    answer = api(reviewer).post("claims/bulk/", {"ids": ids, "step": "dismiss", "reason": "Opinions."})

    results = answer.json()
    assert answer.status_code == 200
    assert [row["id"] for row in results] == ids
    assert [row["ok"] for row in results] == [True, False, False, True, False]
    assert results[0] == {"id": ids[0], "ok": True, "status": "dismissed", "version": 2}
    assert (results[1]["error"]["code"], results[1]["error"]["status"]) == ("claim_changed", "resolved")
    assert results[2]["error"] == results[4]["error"]
    assert results[2]["error"]["code"] == "not_found"


def test_bulk_by_filters_touches_only_what_they_name(api, editor, reviewer, article):
    low = ClaimFactory(article=article, risk="low")
    normal = ClaimFactory(article=article, start=1)
    ClaimFactory(risk="low")  # of a desk of others

    results = (
        api(editor)
        .post("claims/bulk/", {"filters": {"risk": "low"}, "step": "assign", "assignee": reviewer.pk})
        .json()
    )

    assert [(row["id"], row["ok"]) for row in results] == [(low.pk, True)]
    normal.refresh_from_db()
    assert normal.status == Status.OPEN


def test_what_is_missing_is_said_for_each(api, reviewer, article):
    claim = ClaimFactory(article=article)

    (result,) = api(reviewer).post("claims/bulk/", {"ids": [claim.pk], "step": "dismiss"}).json()

    assert (result["ok"], result["error"]["code"], list(result["error"]["fields"])) == (
        False,
        "invalid",
        ["reason"],
    )


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"step": "take"},
        {"step": "take", "ids": []},
        {"step": "take", "ids": [1], "filters": {}},
        {"step": "take", "ids": list(range(1, 1002))},
        {"step": "take", "ids": ["x"]},
        {"step": "take", "ids": [10**30]},
        {"step": "propose", "ids": [1]},
        {"step": "take", "filters": {"stauts": "open"}},
        {"step": "take", "filters": {"status": "opened"}},
        {"step": "take", "filters": []},
        {"ids": [1]},
        [1],
    ],
)
def test_bulk_refuses_what_it_does_not_understand(api, reviewer, article, body):
    claim = ClaimFactory(article=article)

    assert api(reviewer).post("claims/bulk/", body).status_code == 400
    claim.refresh_from_db()
    assert claim.status == Status.OPEN


def test_bulk_is_for_at_most_a_thousand(api, reviewer, desk):
    article = ArticleFactory(desk=desk, text="x" * 2000)
    Claim.objects.bulk_create(
        Claim(
            article=article, desk=desk, revision=article.revision, start=n, end=n + 1, text="x", status="open"
        )
        for n in range(1001)
    )

    answer = api(reviewer).post("claims/bulk/", {"filters": {}, "step": "accept"})

    assert (answer.status_code, list(answer.json()["error"]["fields"])) == (400, ["filters"])
