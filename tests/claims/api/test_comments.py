import pytest

from accounts.models import Event
from claims.actions import publishing
from claims.models import Claim
from claims.workflow import Status
from tests.factories import ArticleFactory, ClaimFactory

ASKED = {"whom": "The port", "question": "How many berths?", "due_at": "2031-05-06T12:00:00Z"}


@pytest.fixture
def claim(desk, editor):
    return ClaimFactory(article=ArticleFactory(desk=desk, submitted_by=editor))


@pytest.fixture
def requests(claim, api):
    """`requests(person)` reads those of the claim, `requests(person, {…})` posts one."""

    def calling(person, body=None):
        address = f"claims/{claim.pk}/comment-requests/"
        return api(person).get(address) if body is None else api(person).post(address, body)

    return calling


def test_a_request_is_recorded_answered_and_read(requests, api, claim, reviewer):
    made = requests(reviewer, ASKED)

    assert made.status_code == 201
    said = made.json()
    assert said.items() >= (ASKED | {"claim": claim.pk, "by": reviewer.pk, "answered_at": None}).items()

    body = {"answer": "1,250.", "version": said["version"]}
    answered = api(reviewer).post(f"comment-requests/{said['id']}/answer/", body)

    assert answered.status_code == 200
    assert (answered.json()["answer"], answered.json()["version"]) == ("1,250.", said["version"] + 1)
    assert requests(reviewer).json()["results"] == [answered.json()]
    assert [event.kind for event in Event.objects.about(claim)] == ["claim.asked", "claim.answered"]


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "whom"),
        ({"whom": " "}, "whom"),
        ({"whom": "The port", "due_at": "soon"}, "due_at"),
        ({"whom": "The port", "due_at": "9500-01-01T00:00:00Z"}, "due_at"),
        ({"whom": "The port", "when": "now"}, "when"),
    ],
)
def test_what_is_wrong_is_named(requests, claim, reviewer, body, field):
    refused = requests(reviewer, body)

    assert refused.status_code == 400
    assert field in refused.json()["error"]["fields"]
    assert not claim.comment_requests.exists()


def test_the_first_answer_stands(requests, api, claim, reviewer, editor):
    asked = requests(reviewer, ASKED).json()
    address = f"comment-requests/{asked['id']}/answer/"
    api(reviewer).post(address, {"answer": "1,250."})

    late = [api(editor).post(address, {"answer": "1,300."} | seen) for seen in ({"version": 1}, {})]

    assert [answer.status_code for answer in late] == [409, 409]
    assert claim.comment_requests.get().answer == "1,250."


def test_others_neither_read_nor_ask(requests, api, reviewer, viewer, outsider):
    asked = requests(reviewer, ASKED).json()
    address = f"comment-requests/{asked['id']}/answer/"

    assert {requests(viewer).status_code, requests(viewer, ASKED).status_code} == {403}
    assert {requests(outsider).status_code, requests(outsider, ASKED).status_code} == {404}
    assert [api(person).post(address).status_code for person in (viewer, outsider)] == [403, 404]


def test_who_judges_blind_reads_their_own_only(requests, claim, reviewer, second_reviewer):
    publishing.ask_for_comment(claim, by=reviewer, whom="The port")
    publishing.ask_for_comment(claim, by=second_reviewer, whom="The ministry")
    Claim.objects.filter(pk=claim.pk).update(status=Status.AWAITING_SECOND_CHECK)

    assert [one["whom"] for one in requests(second_reviewer).json()["results"]] == ["The ministry"]


def test_no_query_for_each_request(requests, claim, reviewer, editor, django_assert_num_queries):
    requests(reviewer)
    with django_assert_num_queries(5) as few:
        requests(reviewer)
    for number in range(3):
        publishing.ask_for_comment(claim, by=editor, whom=f"Port {number}")

    with django_assert_num_queries(len(few)):
        assert len(requests(reviewer).json()["results"]) == 3
