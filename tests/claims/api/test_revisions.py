"""New versions by the API, to the letter of the contract."""

import jsonschema
import pytest

from accounts.models import Event
from claims import search
from claims.anchoring import Change
from claims.models import Article, Claim, Revision
from claims.workflow import ArticleStatus
from tests.factories import ArticleFactory, ClaimFactory

TEXT = "Rents rose by 9 percent in May. The mayor signed 12 leases. It rained all week in Brask."
NEWER = "It was late. " + TEXT.replace("9 percent", "8 percent").replace(" It rained all week in Brask.", "")


@pytest.fixture
def article(desk, second_editor):
    article = ArticleFactory(desk=desk, submitted_by=second_editor, text=TEXT)
    claims = [ClaimFactory(article=article, start=a, end=b) for a, b in ((0, 31), (32, 59), (60, 88))]
    search.add_claims([claim.pk for claim in claims])
    return article


@pytest.fixture
def send(api, editor, article):
    """`send(text, …)`: the answer to the editor who posts a new version, or asks for its preview."""

    def send(text, tail="", by=editor, base=article.revision_id):
        return api(by).post(f"articles/{article.pk}/revisions/{tail}", {"text": text, "base": base})

    return send


@pytest.fixture
def described(api, viewer):
    """Checks an answer against the description of the API."""
    schema = api(viewer).get("schema/").json()

    def check(answer, name):
        jsonschema.validate(
            answer, {"$ref": f"#/components/schemas/{name}", "components": schema["components"]}
        )

    return check


def as_it_stands(article):
    article.refresh_from_db()
    rows = Event.objects.within(article).count(), Revision.objects.count()
    return article.status, article.revision_id, article.version, rows


def test_the_preview_tells_all_and_stores_nothing(send, article, described):
    before = as_it_stands(article)

    answer = send(NEWER, "preview/")

    told = answer.json()
    assert answer.status_code == 200
    assert told["revision"] is None
    first, second, third = Claim.objects.order_by("start")
    assert [(row["id"], row["class"], row["start"], row["end"]) for row in told["claims"]] == [
        (first.pk, "fact_changed", 13, 44),
        (second.pk, "same", 45, 72),
        (third.pk, "gone", None, None),
    ]
    assert told["claims"][0]["why"] == "The number “9 percent” became “8 percent”."
    assert "".join(piece["text"] for piece in told["diff"] if piece["op"] != "delete") == NEWER
    assert as_it_stands(article) == before
    described(told, "RevisionOutput")


def test_a_new_version_is_stored_and_told_alike(send, article, described):
    previewed = send(NEWER, "preview/").json()

    answer = send(NEWER)

    told = answer.json()
    article.refresh_from_db()
    assert answer.status_code == 201
    assert told == previewed | {"revision": article.revision_id}
    assert (article.revision.text, article.revision.number) == (NEWER, 2)
    assert Claim.objects.earliest("id").text == "Rents rose by 8 percent in May."
    described(told, "RevisionOutput")


def test_the_same_text_gives_the_newest_and_200(send, article):
    answer = send(TEXT)

    assert (answer.status_code, answer.json()["revision"]) == (200, article.revision_id)
    assert {row["class"] for row in answer.json()["claims"]} == {"same"}
    assert Revision.objects.count() == 1


def test_the_same_call_again_gives_the_same_revision(send, article):
    first, again = send(NEWER), send(NEWER)

    assert (first.status_code, again.status_code) == (201, 200)
    assert again.json()["revision"] == first.json()["revision"]


@pytest.mark.parametrize("tail", ["", "preview/"])
def test_a_base_that_is_not_the_newest_is_409(send, article, tail):
    newest = send(NEWER).json()["revision"]

    answer = send(TEXT, tail)

    error = answer.json()["error"]
    assert (answer.status_code, error["code"], error["revision"]) == (409, "article_changed", newest)
    assert Revision.objects.count() == 2


@pytest.mark.parametrize("tail", ["", "preview/"])
def test_what_is_missing_or_no_text_is_told_at_its_field(api, editor, article, tail):
    path, base = f"articles/{article.pk}/revisions/{tail}", article.revision_id
    wrong = {
        "text": {"base": base},
        "base": {"text": NEWER},
        "size": {"text": NEWER, "base": base, "size": 3},
    }
    for field, body in wrong.items():
        assert api(editor).post(path, body).json()["error"]["fields"].keys() == {field}
    empty = api(editor).post(path, {"text": " \n", "base": base})
    assert (empty.status_code, list(empty.json()["error"]["fields"])) == (400, ["text"])


@pytest.mark.parametrize("tail", ["", "preview/"])
def test_only_editors_change_a_text(send, reviewer, tail):
    assert send(NEWER, tail, by=reviewer).status_code == 403


def test_a_signed_article_is_reopened_by_a_new_version(send, article):
    Article.objects.update(status=ArticleStatus.SIGNED_OFF)

    send(NEWER)

    article.refresh_from_db()
    assert article.status == ArticleStatus.CHECKING


def test_the_versions_are_listed_newest_first(api, send, article, editor, reviewer, viewer, described):
    send(NEWER)

    listed = api(reviewer).get(f"articles/{article.pk}/revisions/").json()

    newest, first = listed["results"]
    assert [row["number"] for row in (newest, first)] == [2, 1]
    assert newest["claims"] == dict.fromkeys(Change, 0) | {"fact_changed": 1, "same": 1, "gone": 1}
    assert (newest["created_by"], newest["created_by_name"]) == (editor.pk, editor.name)
    described(listed, "RevisionRowPage")
    read_only = api(viewer).get(f"articles/{article.pk}/revisions/").json()["results"]
    assert [row["claims"] for row in read_only] == [None, None]
    assert [row["sha256"] for row in read_only] == [row["sha256"] for row in listed["results"]]


def test_no_query_for_each_version(api, send, article, editor, django_assert_num_queries):
    send(NEWER)
    api(editor).get(f"articles/{article.pk}/revisions/")
    with django_assert_num_queries(5):  # the token, the desks, the article, its versions, their claims
        api(editor).get(f"articles/{article.pk}/revisions/")
    article.refresh_from_db()
    send(TEXT, base=article.revision_id)

    with django_assert_num_queries(5):
        api(editor).get(f"articles/{article.pk}/revisions/")


def test_words_that_changed_under_work_want_a_glance_until_seen(api, send, editor, reviewer, viewer):
    claim = Claim.objects.earliest("id")
    api(reviewer).post(f"claims/{claim.pk}/take/")
    send(TEXT.replace("rose", "climbed"))

    def told(person):
        said = api(person).get(f"claims/{claim.pk}/").json()
        return said["wants_a_glance"], "seen" in said["steps"]

    assert [told(person) for person in (editor, reviewer, viewer)] == [
        (True, True),
        (True, True),
        (False, False),
    ]
    answer = api(editor).post(f"claims/{claim.pk}/seen/")
    assert (answer.status_code, answer.json()["wants_a_glance"]) == (200, False)
    assert told(editor) == (False, False)
    assert api(editor).post(f"claims/{claim.pk}/seen/").status_code == 409
