"""The fix list over the API: who reads it, the steps, and the next version with what was accepted."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.actions import guest_links
from claims.api import fixes as door
from claims.models import Fix, FixState, Waiver
from tests.factories import ArticleFactory, UserFactory, asked_fix

TEXT = "Rents rose by 9 percent in May. The mayor signed 12 leases. It rained all week in Brask."


@pytest.fixture
def writer(desk):
    return UserFactory(name="Wanda Writer", role="viewer", desks=[desk])


@pytest.fixture
def article(desk, editor, writer):
    return ArticleFactory(kind="house", desk=desk, submitted_by=editor, writer=writer, text=TEXT)


@pytest.fixture
def asked(article, reviewer):
    def asked(old, new, **fields):
        return asked_fix(article, old, new, by=reviewer, **fields)

    return asked


@pytest.fixture
def fix(asked):
    return asked("9 percent", "8 percent")


def test_the_list_says_old_new_why_and_how_it_stands(api, writer, article, fix):
    (row,) = api(writer).get(f"articles/{article.pk}/fixes/").json()["results"]

    assert set(row) == set(door.FixOutput().get_fields())
    assert (row["old"], row["new"], row["why"]) == ("9 percent", "8 percent", "The register says so.")
    assert (row["state"], row["claim"], row["decided_by"]) == ("asked", fix.claim_id, None)


def test_who_neither_wrote_nor_checks_does_not_read_it(api, viewer, article, fix):
    assert api(viewer).get(f"articles/{article.pk}/fixes/").status_code == 403
    assert api(viewer).post(f"fixes/{fix.pk}/accept/").status_code == 403


def test_through_whom_it_was_decided_is_told(api, editor, article, fix):
    link, _raw = guest_links.make(article, by=editor, name="Ada")
    Fix.objects.update(decided_through=link, state=FixState.ACCEPTED)

    (row,) = api(editor).get(f"articles/{article.pk}/fixes/").json()["results"]

    assert (row["decided_through"], row["decided_through_name"]) == (1, "Ada")


def test_the_way_of_a_fix(api, writer, second_editor, fix):
    address = f"fixes/{fix.pk}"

    silent = api(writer).post(f"{address}/decline/")
    declined = api(writer).post(f"{address}/decline/", {"reason": "My source says 9.", "version": 1})
    early = api(second_editor).post(
        f"{address}/waive/", {"reason": "Known to us.", "expires_at": "2020-01-01T00:00:00Z"}
    )
    again = api(second_editor).post(f"{address}/insist/", {"reason": "The register counts."})
    stale = api(writer).post(f"{address}/accept/", {"version": 1})
    accepted = api(writer).post(f"{address}/accept/", {"version": again.json()["version"]})

    assert (silent.status_code, list(silent.json()["error"]["fields"])) == (400, ["reason"])
    assert (declined.json()["state"], declined.json()["decided_by"]) == ("declined", writer.pk)
    assert list(early.json()["error"]["fields"]) == ["expires_at"]
    assert (again.json()["state"], again.json()["reason"]) == ("asked", "The register counts.")
    assert (stale.status_code, stale.json()["error"]["fix"]["state"]) == (409, "asked")
    assert stale.json()["error"]["code"] == "claim_changed"
    assert accepted.json()["state"] == "accepted"


def test_giving_way_and_waiving(api, writer, second_editor, asked):
    declined = {"state": FixState.DECLINED, "reason": "My source says so.", "decided_by": writer}
    style, known = asked("9 percent", "8 percent", **declined), asked("12 leases", "11 leases", **declined)

    for name, fix in (("give-way", style), ("waive", known)):
        answer = api(second_editor).post(f"fixes/{fix.pk}/{name}/", {"reason": "It is fine."})
        assert (answer.status_code, answer.json()["state"]) == (200, "dropped")
    assert [waiver.claim for waiver in Waiver.objects.all()] == [known.claim]


def test_what_was_accepted_is_applied(api, editor, article, asked):
    asked("9 percent", "8 percent", state=FixState.ACCEPTED)
    asked("12 leases", "11 leases")
    address = f"articles/{article.pk}/fixes/apply/"

    wrong = api(editor).post(address, {"base": 10**9})
    answer = api(editor).post(address, {"base": article.revision_id})
    nothing = api(editor).post(address, {"base": answer.json()["revision"]})

    article.refresh_from_db()
    assert (wrong.status_code, wrong.json()["error"]["code"]) == (409, "article_changed")
    assert (answer.status_code, answer.json()["revision"]) == (201, article.revision_id)
    assert [piece["text"].strip() for piece in answer.json()["diff"] if piece["op"] != "equal"] == ["9", "8"]
    assert article.revision.text == TEXT.replace("9 percent", "8 percent")
    assert nothing.status_code == 400


def test_no_query_for_each_fix(api, editor, article, asked, django_assert_max_num_queries):
    asked("9 percent", "8 percent")
    with CaptureQueriesContext(connection) as one:
        api(editor).get(f"articles/{article.pk}/fixes/")
    asked("12 leases", "11 leases")
    asked("Brask", "Bresk")

    with django_assert_max_num_queries(len(one)):
        api(editor).get(f"articles/{article.pk}/fixes/")
