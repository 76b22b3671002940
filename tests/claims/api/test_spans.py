import pytest

from claims.models import Claim
from claims.workflow import Status
from tests.factories import ArticleFactory, ClaimFactory

TEXT = "Rents rose by 9 percent, and the mayor signed 12 leases. Nobody left the town."


@pytest.fixture
def claim(desk):
    return ClaimFactory(article=ArticleFactory(desk=desk, text=TEXT), start=0, end=56)


def test_other_words(api, reviewer, claim):
    body = {"start": 6, "end": 24, "version": 1, "revision": claim.revision_id}

    answer = api(reviewer).post(f"claims/{claim.pk}/respan/", body)

    assert answer.status_code == 200
    assert answer.json()["text"] == "rose by 9 percent,"
    assert [one["text"] for one in answer.json()["quantities"]] == ["9 percent"]


def test_two_of_one_and_one_of_two(api, reviewer, claim):
    new = api(reviewer).post(f"claims/{claim.pk}/split/", {"at": 25})
    kept = api(reviewer).post(f"claims/{claim.pk}/merge/", {"other": new.json()["id"]})

    assert (new.status_code, new.json()["text"]) == (201, "and the mayor signed 12 leases.")
    assert (kept.status_code, kept.json()["id"], kept.json()["text"]) == (200, claim.pk, TEXT[:56])
    assert Claim.objects.get(pk=new.json()["id"]).status == Status.CLOSED


@pytest.mark.parametrize(
    ("step", "body", "field"),
    [
        ("respan", {"start": 3}, "end"),
        ("respan", {"start": 3, "end": 9000}, "end"),
        ("split", {"at": 0}, "at"),
        ("merge", {"other": 10**6}, "other"),
    ],
)
def test_what_is_wrong_is_named(api, reviewer, claim, step, body, field):
    answer = api(reviewer).post(f"claims/{claim.pk}/{step}/", body)

    assert answer.status_code == 400
    assert list(answer.json()["error"]["fields"]) == [field]


@pytest.mark.parametrize("at", [2, 18])
def test_a_claim_is_not_cut_inside_a_word(api, reviewer, claim, at):
    answer = api(reviewer).post(f"claims/{claim.pk}/split/", {"at": at})

    assert answer.status_code == 400
    assert answer.json()["error"]["fields"] == {"at": ["Choose a place between two words of the claim."]}
    assert Claim.objects.get().text == TEXT[:56]


def test_a_claim_one_does_not_see_is_no_claim_to_merge_with(api, reviewer, claim, other_desk):
    hidden = ClaimFactory(article__desk=other_desk)

    assert api(reviewer).post(f"claims/{claim.pk}/merge/", {"other": hidden.pk}).status_code == 400


def test_an_older_version_and_a_verdict_are_conflicts(api, reviewer, claim):
    old = api(reviewer).post(f"claims/{claim.pk}/split/", {"at": 25, "version": 9})
    Claim.objects.filter(pk=claim.pk).update(status=Status.RESOLVED)
    judged = api(reviewer).post(f"claims/{claim.pk}/split/", {"at": 25})

    assert (old.status_code, judged.status_code) == (409, 409)
    assert "A verdict stands on these words" in judged.json()["error"]["message"]


def test_words_are_taken_back_as_any_step(api, reviewer, editor, claim):
    new = api(reviewer).post(f"claims/{claim.pk}/split/", {"at": 25}).json()["id"]

    others = api(editor).post(f"claims/{claim.pk}/undo/")
    undone = api(reviewer).post(f"claims/{claim.pk}/undo/", {"version": 2})
    again = api(reviewer).post(f"claims/{claim.pk}/undo/")

    assert (others.status_code, undone.status_code, again.status_code) == (403, 200, 409)
    assert (undone.json()["text"], undone.json()["version"]) == (TEXT[:56], 3)
    assert Claim.objects.get(pk=new).status == Status.CLOSED
    [*_, last] = api(reviewer).get(f"claims/{claim.pk}/history/").json()["results"]
    assert (last["kind"], last["note"]) == ("claim.undo", "split")


def test_words_that_somebody_built_on_are_a_conflict_that_says_so(api, reviewer, editor, claim):
    new = api(reviewer).post(f"claims/{claim.pk}/split/", {"at": 25}).json()["id"]
    api(editor).post(f"claims/{new}/notes/", {"body": "Are these two?"})

    answer = api(reviewer).post(f"claims/{claim.pk}/undo/")

    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "claim_changed")
    assert "something was built on it" in answer.json()["error"]["message"]
