import pytest

from accounts.models import Event
from claims.models import Claim
from claims.workflow import Status
from tests.factories import ArticleFactory, ClaimFactory, EvidenceFactory, VerdictFactory

NAMES_OF_THE_CONTRACT = {
    *("id", "article", "text", "start", "end", "status", "score", "kind", "cues", "claimant", "quantities"),
    *(
        "dates",
        "names",
        "standalone",
        "origin",
        "risk",
        "priority",
        "assignee",
        "due_at",
        "version",
        "verdict",
    ),
}


@pytest.fixture
def article(desk):
    return ArticleFactory(desk=desk)


def listed(caller, **query):
    answer = caller.get("claims/", **query)
    assert answer.status_code == 200, answer.content
    return answer.json()


def test_a_claim_says_all_that_the_contract_names(api, reviewer, article):
    claim = ClaimFactory(article=article, status="in_check", assignee=reviewer, priority=28, due_at=None)

    (row,) = listed(api(reviewer))["results"]

    assert row.keys() >= NAMES_OF_THE_CONTRACT
    assert (row["id"], row["article"], row["revision"]) == (claim.pk, article.pk, article.revision_id)
    assert row["text"] == article.revision.text[row["start"] : row["end"]]
    assert (row["assignee"], row["assignee_name"]) == (reviewer.pk, reviewer.name)
    assert row["priority"] == {
        "total": 28,
        "parts": [{"name": "normal risk", "points": 20}, {"name": "doubt", "points": 8}],
    }
    assert row["verdict"] is None


def test_every_claim_can_be_read_without_its_article(api, reviewer, article):
    alone = "The harbour [of Ostend] has 1,200 berths."
    ClaimFactory(article=article, start=0, end=29, standalone=alone)
    by_hand = ClaimFactory(article=article, start=30, end=48)

    rows = listed(api(reviewer), order="age")["results"]

    assert [row["standalone"] for row in rows] == [alone, by_hand.text]


def test_pages_lead_through_the_whole_list_and_back(api, reviewer, article):
    for n in range(5):
        ClaimFactory(article=article, start=n, priority=n % 2)
    caller = api(reviewer)

    first = listed(caller, limit=2, order="priority")
    second = caller.client.get(first["next"], headers=caller.headers).json()
    third = caller.client.get(second["next"], headers=caller.headers).json()
    back = caller.client.get(third["previous"], headers=caller.headers).json()

    rows = [row["id"] for page in (first, second, third) for row in page["results"]]
    assert rows == list(Claim.objects.order_by("-priority", "id").values_list("pk", flat=True))
    assert (first["previous"], third["next"]) == (None, None)
    assert back["results"] == second["results"]
    assert "order=priority" in first["next"]


def test_filters_and_orders_reach_the_list(api, reviewer, article):
    high = ClaimFactory(article=article, risk="high", score=0.6)
    mine = ClaimFactory(article=article, start=1, status="in_check", assignee=reviewer, score=0.9)

    assert [row["id"] for row in listed(api(reviewer), risk="high")["results"]] == [high.pk]
    assert [row["id"] for row in listed(api(reviewer), assignee="me")["results"]] == [mine.pk]
    assert [row["id"] for row in listed(api(reviewer), order="score")["results"]] == [mine.pk, high.pk]


@pytest.mark.parametrize(
    "query",
    [
        {"status": "opened"},
        {"order": "x"},
        {"cursor": "x"},
        {"limit": "201"},
        {"limit": "0"},
        {"stauts": "open"},
    ],
)
def test_a_wrong_parameter_is_named(api, reviewer, query):
    answer = api(reviewer).get("claims/", **query)

    assert (answer.status_code, list(answer.json()["error"]["fields"])) == (400, list(query))


def test_no_query_count_grows_with_rows(api, reviewer, desk, django_assert_num_queries):
    caller = api(reviewer)

    def add():
        claim = ClaimFactory(article=ArticleFactory(desk=desk), status="in_check", assignee=reviewer)
        claim.verdict = VerdictFactory(claim=claim)
        claim.save()

    add()
    caller.get("claims/")
    with django_assert_num_queries(3) as queries:  # the token, the desks, the claims
        listed(caller)
    assert not any("COUNT(" in query["sql"].upper() for query in queries)
    add()
    add()
    with django_assert_num_queries(3):
        assert len(listed(caller)["results"]) == 3


def test_one_claim_comes_with_what_was_gathered(api, reviewer, article, django_assert_max_num_queries):
    claim = ClaimFactory(article=article)
    record = EvidenceFactory(claim=claim)
    verdict = VerdictFactory(claim=claim, author=reviewer)
    verdict.evidence.set([record])

    caller = api(reviewer)
    caller.get("me/")
    with django_assert_max_num_queries(12):  # whether a rule keeps them blind is asked for each part
        said = caller.get(f"claims/{claim.pk}/").json()

    assert [row["locator"] for row in said["evidence"]] == [record.locator]
    assert [(row["author_name"], row["evidence"]) for row in said["verdicts"]] == [
        (reviewer.name, [record.pk])
    ]
    assert (said["notes"], said["steps"]) == ([], ["dismiss", "take"])


def test_marking_by_hand_makes_an_open_claim(api, reviewer, article):
    answer = api(reviewer).post("claims/", {"article": article.pk, "start": 30, "end": 48})

    said = answer.json()
    assert answer.status_code == 201
    assert (said["text"], said["status"], said["origin"], said["score"]) == (
        "It opened in 1987.",
        "open",
        "hand",
        1.0,
    )
    assert api(reviewer).post("claims/", {"article": article.pk, "start": 29, "end": 48}).status_code == 409


@pytest.mark.parametrize(
    ("start", "end"),
    [(5, 5), (9, 4), (0, 10_000), (-1, 4), (0, 10**30), (True, 4), ("a", 4), (29, 30), (None, 3)],
)
def test_a_span_outside_the_text_is_refused(api, reviewer, article, start, end):
    answer = api(reviewer).post("claims/", {"article": article.pk, "start": start, "end": end})

    assert answer.status_code == 400
    assert set(answer.json()["error"]["fields"]) <= {"start", "end"}


def test_marking_is_for_reviewers_and_for_articles_one_sees(api, viewer, outsider, article):
    span = {"article": article.pk, "start": 0, "end": 10}

    assert api(viewer).post("claims/", span).status_code == 403
    assert api(outsider).post("claims/", span).status_code == 404
    assert api(outsider).post("claims/", span | {"article": 10**18}).status_code == 404


def test_next_takes_the_first_of_the_filters_and_ends_with_204(api, reviewer, article):
    ClaimFactory(article=article, risk="low", priority=50)
    wanted = ClaimFactory(article=article, start=1, risk="high", priority=10)
    ClaimFactory(article=article, start=2, risk="high", priority=5, status="resolved")

    taken = api(reviewer).post("claims/next/", {"risk": "high"})
    nothing = api(reviewer).post("claims/next/", {"risk": ["high"]})

    assert (taken.status_code, taken.json()["id"], taken.json()["assignee"]) == (200, wanted.pk, reviewer.pk)
    assert (nothing.status_code, nothing.content) == (204, b"")
    assert Event.objects.about(wanted).get().kind == "claim.take"


def test_next_passes_over_claims_of_the_own_article(api, editor, desk):
    own = ClaimFactory(article=ArticleFactory(desk=desk, writer=editor), priority=50)
    other = ClaimFactory(article=ArticleFactory(desk=desk), priority=10)

    assert api(editor).post("claims/next/").json()["id"] == other.pk
    own.refresh_from_db()
    assert own.status == Status.OPEN


@pytest.mark.parametrize(
    "body", [{"order": "x"}, {"stauts": "open"}, {"status": {}}, {"status": 1.5}, [], "open"]
)
def test_next_refuses_filters_it_does_not_know(api, reviewer, article, body):
    ClaimFactory(article=article)

    assert api(reviewer).post("claims/next/", body).status_code == 400
    assert not Event.objects.filter(kind="claim.take").exists()


def test_next_is_for_those_who_review(api, viewer, article):
    ClaimFactory(article=article)

    assert api(viewer).post("claims/next/").status_code == 403


def test_a_claim_of_others_is_not_there(api, outsider, article):
    claim = ClaimFactory(article=article)

    assert api(outsider).get(f"claims/{claim.pk}/").status_code == 404
    assert listed(api(outsider))["results"] == []
    assert listed(api(outsider), q="harbour")["results"] == []
    assert api(outsider).get(f"claims/{10**30}/").status_code == 404
