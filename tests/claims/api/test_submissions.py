import pytest

from accounts.models import Membership
from claims.actions import articles as actions
from claims.models import Article
from claims.workflow import Status
from tests.factories import RatingScaleFactory, UserFactory

TEXT = "The harbour has 1,200 berths.\n\nIt opened in 1987."


@pytest.fixture(autouse=True)
def scales(db):
    RatingScaleFactory(kind="outside")
    RatingScaleFactory(kind="house")


def body(**said):
    return {"text": TEXT, "kind": "outside"} | said


def fields(answer):
    assert answer.status_code == 400, answer.content
    return answer.json()["error"]["fields"]


def test_submitting_answers_the_article(api, editor, desk, reviewer):
    answer = api(editor).post(
        "articles/",
        body(
            title="Harbour\nlife",
            writer=reviewer.pk,
            due_at="2026-12-01T10:00:00+02:00",
            risk="high",
            byline="R. R.",
        ),
    )

    article = Article.objects.get()
    assert answer.status_code == 201
    said = answer.json()
    assert said | {"submitted_at": None, "sha256": None} == {
        "id": article.pk,
        "title": "Harbour life",
        "kind": "outside",
        "status": "received",
        "desk": desk.slug,
        "writer": reviewer.pk,
        "writer_name": reviewer.name,
        "byline": "R. R.",
        "submitted_by": editor.pk,
        "submitted_by_name": editor.name,
        "submitted_at": None,
        "published_at": None,
        "due_at": "2026-12-01T08:00:00Z",
        "risk": "high",
        "restricted": False,
        "scale": article.scale.slug,
        "revision": article.revision_id,
        "sha256": None,
        "version": 1,
        "erased_at": None,
        "extraction": {"state": "queued", "done": 0, "total": 2, "error": ""},
        "claims": {"total": 0} | dict.fromkeys(Status.values, 0),
        "warnings": [],
    }
    assert said["sha256"] == article.revision.sha256


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"text": ""}, "text"),
        ({"text": " \n\t\x07"}, "text"),
        ({"text": "a " * 400_001}, "text"),
        ({"text": ["a"]}, "text"),
        ({"text": None}, "text"),
        ({"kind": "inside"}, "kind"),
        ({"kind": None}, "kind"),
        ({"title": "x" * 501}, "title"),
        ({"desk": "sports"}, "desk"),
        ({"desk": {}}, "desk"),
        ({"writer": 10**30}, "writer"),
        ({"writer": "Rita"}, "writer"),
        ({"writer": 999_999}, "writer"),
        ({"writer": True}, "writer"),
        ({"restricted_to": [999_999]}, "restricted_to"),
        ({"restricted_to": "all"}, "restricted_to"),
        ({"byline": "x" * 201}, "byline"),
        ({"due_at": "tomorrow"}, "due_at"),
        ({"due_at": "0001-01-01T00:00:00+14:00"}, "due_at"),
        ({"published_at": 5}, "published_at"),
        ({"risk": "huge"}, "risk"),
        ({"url": "https://harbour.example/"}, "url"),
        ({"file": "x"}, "file"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_a_wrong_field_is_named_with_a_sentence(api, editor, said, field):
    named = fields(api(editor).post("articles/", body(**said)))

    assert list(named) == [field]
    assert all(sentence.endswith((".", ":")) or "choice" in sentence for sentence in named[field])
    assert not Article.objects.exists()


def test_text_and_kind_are_needed(api, editor):
    assert set(fields(api(editor).post("articles/", {}))) == {"text", "kind"}


def test_a_person_without_a_desk_is_told_so(api, editor):
    editor.memberships.all().delete()

    assert list(fields(api(editor).post("articles/", body()))) == ["desk"]


def test_the_first_desk_serves_unless_another_is_named(api, editor, desk, other_desk):
    Membership.objects.create(user=editor, desk=other_desk)

    assert api(editor).post("articles/", body()).json()["desk"] == desk.slug
    assert api(editor).post("articles/", body(desk="science")).json()["desk"] == "science"
    assert api(editor).post("articles/", body(desk=other_desk.pk)).json()["desk"] == "science"


def test_null_and_empty_mean_left_out(api, editor):
    said = body(title=None, byline=None, headline="", writer=None, due_at=None, restricted_to=None)

    answer = api(editor).post("articles/", said)

    assert answer.status_code == 201
    assert answer.json()["restricted"] is False


@pytest.mark.parametrize("person", ["reviewer", "viewer", "admin"])
def test_only_editors_submit(api, request, person):
    answer = api(request.getfixturevalue(person)).post("articles/", {})

    assert (answer.status_code, answer.json()["error"]["message"]) == (
        403,
        "Only editors can submit articles.",
    )


def test_a_restricted_article_is_for_the_named(api, editor, second_editor, reviewer):
    pk = api(editor).post("articles/", body(restricted_to=[reviewer.pk])).json()["id"]

    assert api(reviewer).get(f"articles/{pk}/").status_code == 200
    assert api(editor).get(f"articles/{pk}/").status_code == 200
    assert api(second_editor).get(f"articles/{pk}/").status_code == 404
    assert api(second_editor).get("articles/").json()["results"] == []


def test_the_same_text_warns_only_who_may_see_the_twin(api, editor, second_editor):
    open_twin = api(editor).post("articles/", body()).json()["id"]
    api(editor).post("articles/", body(restricted_to=[]))

    warned = api(second_editor).post("articles/", body(text=TEXT + "\n\n")).json()["warnings"]

    assert [(warning["code"], warning["article"]) for warning in warned] == [("same_text", open_twin)]


def test_a_key_makes_a_repeat_the_same_article(api, editor, second_editor):
    key = {"Idempotency-Key": "desk-1"}
    first = api(editor).post("articles/", body(), **key)
    again = api(editor).post("articles/", body(), **key)
    other = api(editor).post("articles/", body(title="Other"), **key)
    of_another = api(second_editor).post("articles/", body(title="Other"), **key)

    assert [first.status_code, again.status_code, other.status_code, of_another.status_code] == [
        201,
        200,
        409,
        201,
    ]
    assert first.json()["id"] == again.json()["id"] != of_another.json()["id"]
    assert other.json()["error"]["code"] == "idempotency_key_reused"
    assert Article.objects.count() == 2


def test_a_key_that_is_too_long_is_refused(api, editor):
    assert api(editor).post("articles/", body(), **{"Idempotency-Key": "k" * 201}).status_code == 400


def test_bulk_stores_all_in_order(api, editor):
    answer = api(editor).post("articles/bulk/", [body(title=f"Number {n}") for n in range(3)])

    assert answer.status_code == 201
    assert [Article.objects.get(pk=pk).title for pk in answer.json()] == ["Number 0", "Number 1", "Number 2"]


def test_bulk_stores_nothing_where_one_is_wrong(api, editor):
    of_shape = api(editor).post("articles/bulk/", [body(), body(kind="inside")])
    of_desk = api(editor).post("articles/bulk/", [body(), body(desk="sports")])
    of_words = api(editor).post("articles/bulk/", [body(), body(), body(text="\n")])

    assert list(fields(of_shape)) == ["1.kind"]
    assert list(fields(of_desk)) == ["1.desk"]
    assert list(fields(of_words)) == ["2.text"]
    assert not Article.objects.exists()


@pytest.mark.parametrize("wrong", [{}, [], [1], [{"text": "a", "kind": "house"}] * 1001, "text"])
def test_bulk_wants_a_list(api, editor, wrong):
    assert api(editor).post("articles/bulk/", wrong).status_code == 400
    assert not Article.objects.exists()


def test_multipart_carries_text_and_names_the_file(api, editor):
    caller = api(editor)

    sent = caller.client.post("/api/v1/articles/", body(), headers=caller.headers)
    with open(__file__, "rb") as file:
        refused = caller.client.post(
            "/api/v1/articles/", {"kind": "house", "file": file}, headers=caller.headers
        )

    assert sent.status_code == 201
    assert (refused.status_code, list(refused.json()["error"]["fields"])) == (400, ["file"])
    assert actions.same_text(TEXT, desk=Article.objects.get().desk, by=editor) is not None


def test_a_colleague_may_be_the_writer_and_nobody_else(api, editor, outsider):
    gone = UserFactory(is_active=False, desks=[editor.first_desk])

    for stranger in (outsider, gone):
        assert fields(api(editor).post("articles/", body(writer=stranger.pk))).keys() == {"writer"}


def test_a_submitted_article_is_found_by_its_title(api, editor):
    pk = api(editor).post("articles/", body(title="Ferry fares")).json()["id"]
    api(editor).post("articles/", body(title="Rail fares"))

    assert [row["id"] for row in api(editor).get("articles/", q="fares fer").json()["results"]] == [pk]
