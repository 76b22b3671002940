import csv
import io

import pytest

from accounts.models import Membership
from claims.actions import exports as actions
from tests.factories import ArticleFactory, ClaimFactory


@pytest.fixture
def article(desk):
    article = ArticleFactory(desk=desk, title="Harbour life")
    ClaimFactory(article=article)
    return article


def content(answer):
    assert answer.status_code == 200, answer.content
    return b"".join(answer.streaming_content).decode()


def test_a_small_report_is_done_at_once_and_downloaded(api, editor, article):
    ClaimFactory(article=ArticleFactory())  # of a desk of others
    caller = api(editor)

    answer = caller.post("exports/", {"format": "csv"})
    said = answer.json()
    file = caller.client.get(said["url"], headers=caller.headers)

    assert answer.status_code == 202
    assert (said["state"], said["progress"], said["error"]) == ("done", {"done": 1, "total": 1}, "")
    assert caller.get(f"exports/{said['id']}/").json() == said
    assert caller.get("exports/").json()["results"] == [said]
    assert file["Content-Disposition"] == 'attachment; filename="claims.csv"'
    assert file["Cache-Control"] == "no-store"
    rows = list(csv.DictReader(io.StringIO(content(file).lstrip("\ufeff"))))
    assert [row["title"] for row in rows] == ["Harbour life"]


@pytest.mark.parametrize("format", ["csv", "json", "html"])
def test_a_report_of_one_article_comes_in_each_format(api, editor, article, format):
    caller = api(editor)

    said = caller.post("exports/", {"format": format, "article": article.pk}).json()

    assert "Harbour life" in content(caller.get(f"exports/{said['id']}/download/"))


def test_a_long_report_is_left_to_a_worker(api, editor, article, monkeypatch):
    monkeypatch.setattr(actions, "AT_ONCE", 0)

    said = api(editor).post("exports/", {"format": "csv"}).json()

    assert (said["state"], said["url"]) == ("queued", None)
    assert api(editor).get(f"exports/{said['id']}/download/").json()["error"]["code"] == "export_not_there"


@pytest.mark.parametrize("format", ["xlsx", "docx", "pdf", "copy", "claimreview", "packet", "nonsense"])
def test_a_format_that_is_not_built_is_named(api, editor, article, format):
    error = api(editor).post("exports/", {"format": format}).json()["error"]

    assert list(error["fields"]) == ["format"]
    assert format in error["message"]


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "format"),
        ({"format": "csv", "filters": {"stauts": "open"}}, "filters.stauts"),
        ({"format": "csv", "filters": {"status": "opened"}}, "status"),
        ({"format": "csv", "options": {"internal": True}}, "options"),
        ({"format": "csv", "article": "x"}, "article"),
    ],
)
def test_a_wrong_field_is_named(api, editor, article, body, field):
    answer = api(editor).post("exports/", body)

    assert (answer.status_code, list(answer.json()["error"]["fields"])) == (400, [field])


def test_an_article_or_export_of_others_is_not_there(api, editor, second_editor, outsider, article):
    said = api(editor).post("exports/", {"format": "csv"}).json()

    assert api(outsider).post("exports/", {"format": "csv", "article": article.pk}).status_code == 404
    for person in (second_editor, outsider):
        assert api(person).get(f"exports/{said['id']}/").status_code == 404
        assert api(person).get(f"exports/{said['id']}/download/").status_code == 404
        assert api(person).get("exports/").json()["results"] == []


def test_rights_are_asked_again_at_the_download(api, editor, article):
    said = api(editor).post("exports/", {"format": "csv"}).json()
    Membership.objects.filter(user=editor).delete()

    assert api(editor).get(f"exports/{said['id']}/download/").status_code == 404


@pytest.mark.parametrize("person", ["reviewer", "viewer", "admin"])
def test_only_editors_export(api, request, person, article):
    person = request.getfixturevalue(person)

    assert api(person).post("exports/", {"format": "csv", "article": article.pk}).status_code == 403
    assert api(person).get("exports/").json()["results"] == []
