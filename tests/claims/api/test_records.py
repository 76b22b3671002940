import pytest

from claims import policy
from claims.models import Article, Claim, Evidence, Note, Standing, Verdict
from claims.workflow import ArticleStatus, Status
from tests.factories import ArticleFactory, ClaimFactory, EvidenceFactory, RatingFactory, VerdictFactory

SOURCE = {"kind": "primary", "locator": "https://harbour.example/", "stance": "supports"}


@pytest.fixture
def claim(desk, reviewer):
    return ClaimFactory(article=ArticleFactory(desk=desk), status=Status.IN_CHECK, assignee=reviewer)


@pytest.fixture
def signed(claim, reviewer):
    """`signed()` signs claim and article: a verdict was returned before, and there is a source."""

    def signing():
        EvidenceFactory(claim=claim, locator="A public register")
        VerdictFactory(claim=claim, author=reviewer, standing=Standing.RETURNED)
        verdict = VerdictFactory(claim=claim, author=reviewer, standing=Standing.SIGNED_OFF)
        Claim.objects.filter(pk=claim.pk).update(status=Status.RESOLVED, verdict=verdict)
        Article.objects.filter(pk=claim.article_id).update(status=ArticleStatus.SIGNED_OFF)

    return signing


@pytest.fixture
def call(claim, api):
    """`call(person, "notes", {…})` posts, `call(person, "notes")` reads."""

    def calling(person, tail, body=None):
        address = f"claims/{claim.pk}/{tail}/"
        return api(person).get(address) if body is None else api(person).post(address, body)

    return calling


def test_evidence_is_recorded_and_read(call, second_reviewer, reviewer):
    made = call(
        second_reviewer, "evidence", SOURCE | {"quote": " 1,200\r\nberths ", "obtained_at": "2026-11-01"}
    )

    assert made.status_code == 201
    said = made.json()
    assert (said["quote"], said["obtained_at"], said["terms"]) == (
        "1,200\nberths",
        "2026-11-01T00:00:00Z",
        "on_record",
    )
    assert said["added_by_name"] == second_reviewer.name
    assert call(reviewer, "evidence").json() == {"next": None, "previous": None, "results": [said]}


def test_a_private_source_is_for_the_few(
    call, claim, signed, reviewer, editor, second_reviewer, viewer, admin
):
    made = call(
        second_reviewer,
        "evidence",
        SOURCE | {"private": True, "quote": "Off the cuff", "terms": "off_record"},
    )
    EvidenceFactory(claim=claim, private=True, added_by=reviewer, locator="elsewhere", quote="elsewhere")

    def seen(person):
        rows = call(person, "evidence").json()["results"]
        return [row["locator"] for row in rows]

    assert made.json()["locator"] == SOURCE["locator"]
    assert seen(editor) == seen(reviewer) == [SOURCE["locator"], "elsewhere"]
    assert seen(second_reviewer) == [SOURCE["locator"], None]
    signed()
    for outside in (viewer, admin):
        answer = call(outside, "evidence")
        row = answer.json()["results"][0]
        assert (row["kind"], row["stance"], row["source"]) == ("primary", "supports", "private source")
        assert [row[name] for name in ("locator", "quote", "terms", "obtained_at")] == [None] * 4
        assert not any(
            word in answer.content.decode() for word in ("harbour.example", "cuff", "off_record", "elsewhere")
        )


def test_a_private_source_stays_private_in_detail_and_history(api, call, claim, editor, second_reviewer):
    call(editor, "evidence", SOURCE | {"private": True, "quote": "Off the cuff"})

    for answer in (api(second_reviewer).get(f"claims/{claim.pk}/"), call(second_reviewer, "history")):
        assert answer.status_code == 200
        assert "harbour.example" not in answer.content.decode()
        assert "cuff" not in answer.content.decode()


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"kind": "rumour"}, "kind"),
        ({"locator": " \x00"}, "locator"),
        ({"locator": "x" * 2001}, "locator"),
        ({"locator": None}, "locator"),
        ({"stance": "unsure"}, "stance"),
        ({"terms": "secret"}, "terms"),
        ({"private": "perhaps"}, "private"),
        ({"obtained_at": "soon"}, "obtained_at"),
        ({"quote": "x" * 20_001}, "quote"),
        ({"capture": 1}, "capture"),
    ],
)
def test_a_wrong_field_of_evidence_is_named(call, reviewer, said, field):
    answer = call(reviewer, "evidence", SOURCE | said)

    assert (answer.status_code, list(answer.json()["error"]["fields"])) == (400, [field])
    assert not Evidence.objects.exists()


def test_notes_answer_notes_of_the_same_claim(call, reviewer, editor):
    elsewhere = Note.objects.create(claim=ClaimFactory(), author=editor, body="Elsewhere.")
    first = call(reviewer, "notes", {"body": "Which year?"}).json()
    answer = call(editor, "notes", {"body": "1987.", "parent": first["id"]})

    assert (answer.status_code, answer.json()["parent"], answer.json()["author_name"]) == (
        201,
        first["id"],
        editor.name,
    )
    assert [row["body"] for row in call(reviewer, "notes").json()["results"]] == ["Which year?", "1987."]
    for wrong in ({"body": "x", "parent": elsewhere.pk}, {"body": "x", "parent": 10**30}):
        assert list(call(reviewer, "notes", wrong).json()["error"]["fields"]) == ["parent"]
    for wrong in ({"body": " "}, {"body": "x" * 10_001}, {"body": 5}, {}):
        assert list(call(reviewer, "notes", wrong).json()["error"]["fields"]) == ["body"]


def test_a_verdict_is_proposed_by_the_holder(call, claim, reviewer, second_reviewer, viewer):
    record, rating = (
        EvidenceFactory(claim=claim),
        RatingFactory(scale=claim.article.scale, slug="mostly-true"),
    )
    body = {"rating": rating.pk, "rationale": "The register.", "evidence": [record.pk], "confidence": "high"}

    assert call(viewer, "verdicts", body).status_code == 403
    assert call(second_reviewer, "verdicts", body).json()["error"]["code"] == "not_holder"
    made = call(reviewer, "verdicts", body | {"version": claim.version})

    said = made.json()
    assert made.status_code == 201
    assert (said["rating"], said["rating_slug"], said["standing"]) == (rating.pk, "mostly-true", "proposed")
    assert (said["evidence"], said["author"], said["confidence"]) == ([record.pk], reviewer.pk, "high")
    assert call(second_reviewer, "verdicts").json()["results"] == [said]
    assert call(reviewer, "verdicts", body).json()["error"]["code"] == "claim_changed"


def test_a_rating_may_be_named_by_its_slug(call, claim, reviewer):
    rating = RatingFactory(scale=claim.article.scale, slug="false")
    body = {"rating": "false", "rationale": "No.", "evidence": [EvidenceFactory(claim=claim).pk]}

    assert call(reviewer, "verdicts", body).json()["rating"] == rating.pk


def test_a_stale_version_refuses_the_verdict(call, claim, reviewer):
    RatingFactory(scale=claim.article.scale, slug="true")
    body = {
        "rating": "true",
        "rationale": "So.",
        "evidence": [EvidenceFactory(claim=claim).pk],
        "version": 99,
    }

    assert call(reviewer, "verdicts", body).status_code == 409
    assert not Verdict.objects.exists()


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"rating": "elsewhere"}, "rating"),
        ({"rating": 10**30}, "rating"),
        ({"rating": None}, "rating"),
        ({"rationale": " "}, "rationale"),
        ({"evidence": []}, "evidence"),
        ({"evidence": [10**15]}, "evidence"),
        ({"evidence": [10**30]}, "evidence.0"),
        ({"evidence": "all"}, "evidence"),
        ({"outcome": "keep"}, "outcome"),
        ({"outcome": "burn"}, "outcome"),
        ({"confidence": "total"}, "confidence"),
        ({"new_wording": "Better"}, "new_wording"),
        ({"waived_until": "2999-01-01T00:00:00Z"}, "waived_until"),
        ({"number": 3}, "number"),
    ],
)
def test_a_wrong_field_of_a_verdict_is_named(call, claim, reviewer, said, field):
    RatingFactory(scale=claim.article.scale, slug="true")
    RatingFactory(slug="elsewhere")
    body = {"rating": "true", "rationale": "So.", "evidence": [EvidenceFactory(claim=claim).pk]}

    answer = call(reviewer, "verdicts", body | said)

    assert (answer.status_code, list(answer.json()["error"]["fields"])) == (400, [field])


def test_house_copy_asks_for_an_outcome(call, claim, reviewer):
    claim.article.kind = "house"
    claim.article.save()
    RatingFactory(scale=claim.article.scale, slug="true")
    body = {"rating": "true", "rationale": "So."}

    assert set(call(reviewer, "verdicts", body).json()["error"]["fields"]) == {"outcome", "evidence"}
    assert set(call(reviewer, "verdicts", body | {"outcome": "fix"}).json()["error"]["fields"]) == {
        "new_wording",
        "evidence",
    }

    waived = body | {"outcome": "on_author", "waived_until": "2020-01-01T00:00:00Z"}
    assert set(call(reviewer, "verdicts", waived).json()["error"]["fields"]) == {"waived_until"}
    answer = call(reviewer, "verdicts", waived | {"waived_until": "2999-01-01T00:00:00Z"})
    assert (answer.status_code, answer.json()["waived_until"]) == (201, "2999-01-01T00:00:00Z")


def test_history_is_oldest_first_and_paged(api, call, claim, reviewer, editor):
    call(reviewer, "notes", {"body": "Hm."})
    call(reviewer, "evidence", SOURCE)
    api(reviewer).post(f"claims/{claim.pk}/release/")

    first = api(editor).get(f"claims/{claim.pk}/history/", limit=2).json()
    rest = api(editor).client.get(first["next"], headers=api(editor).headers).json()

    assert [row["kind"] for row in first["results"]] == ["claim.note", "claim.evidence"]
    (last,) = rest["results"]
    assert (last["kind"], last["by"], last["by_name"]) == ("claim.release", reviewer.pk, reviewer.name)
    assert (last["before"]["status"], last["after"]["status"]) == ("in_check", "open")


@pytest.mark.parametrize("tail", ["evidence", "notes", "verdicts", "history"])
def test_of_a_claim_of_others_nothing_is_there(call, outsider, tail):
    assert call(outsider, tail).status_code == 404
    if tail != "history":
        assert call(outsider, tail, {}).status_code == 404


@pytest.mark.parametrize("tail", ["evidence", "verdicts"])
def test_viewers_and_admins_read_what_was_signed(call, signed, viewer, admin, tail):
    for person in (viewer, admin):
        answer = call(person, tail)
        assert (answer.status_code, answer.json()["error"]["message"]) == (403, policy.IN_WORK)
    signed()
    for person in (viewer, admin):
        assert len(call(person, tail).json()["results"]) == 1
        assert call(person, tail, {}).status_code == 403


@pytest.mark.parametrize("tail", ["notes", "history"])
def test_viewers_and_admins_read_no_steps_in_between(call, signed, viewer, admin, tail):
    signed()

    for person in (viewer, admin):
        assert (
            call(person, tail).json()["error"]["message"]
            == "Notes and history are for reviewers and editors."
        )


@pytest.mark.parametrize("tail", ["evidence", "notes", "verdicts"])
def test_no_query_count_grows_with_rows(call, claim, reviewer, tail, django_assert_num_queries):
    def add():
        record = EvidenceFactory(claim=claim, private=True)
        Note.objects.create(claim=claim, author=reviewer, body="Hm.")
        VerdictFactory(claim=claim).evidence.set([record])

    add()
    call(reviewer, tail)
    with django_assert_num_queries(5) as few:
        call(reviewer, tail)
    add()
    add()
    with django_assert_num_queries(len(few)):
        assert len(call(reviewer, tail).json()["results"]) == 3
