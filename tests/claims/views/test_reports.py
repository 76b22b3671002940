import json
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from claims.workflow import ArticleStatus
from tests.factories import ArticleFactory, ClaimFactory, EvidenceFactory
from tests.german import quoting

GROWS = r'"made_at": "[^"]*"|"unsealed": \d+|\d+ not yet sealed'


@pytest.fixture
def claim(desk):
    return ClaimFactory(article__desk=desk, article__title="Berths <b>now</b>")


def page(client, claim):
    return client.get(reverse("article-report", args=[claim.article_id]))


def file(client, claim, format="json", **query):
    return client.get(reverse("article-report-file", args=[claim.article_id, format]), query)


def words_of(response):
    return b"".join(response.streaming_content).decode()


def test_the_page_shows_the_report_and_leads_to_its_files(client, editor, claim):
    EvidenceFactory(claim=claim, private=True, locator="Hidden Harry", added_by=editor)
    client.force_login(editor)

    response = page(client, claim)

    assert response.status_code == 200
    text = response.content.decode()
    for told in (claim.text, "Berths &lt;b&gt;now&lt;/b&gt;", claim.revision.sha256, "private source"):
        assert told in text
    assert "Hidden Harry" not in text  # not even to who may see it elsewhere
    for format in ("csv", "json", "html"):
        assert reverse("article-report-file", args=[claim.article_id, format]) in text


def test_the_page_carries_no_style_of_its_own(client, editor, claim):
    client.force_login(editor)

    text = page(client, claim).content.decode()

    assert "<style" not in text
    assert "style=" not in text
    assert "css/report.css" in text


@pytest.mark.parametrize(
    ("format", "content_type"),
    [("csv", "text/csv; charset=utf-8"), ("json", "application/json"), ("html", "text/html; charset=utf-8")],
)
def test_files_are_streamed_as_attachments(client, editor, claim, format, content_type):
    client.force_login(editor)

    response = file(client, claim, format)

    assert response.streaming
    assert claim.text in words_of(response)
    assert response.headers["Content-Type"] == content_type
    assert (
        response.headers["Content-Disposition"]
        == f'attachment; filename="report-{claim.article_id}.{format}"'
    )
    assert response.headers["Cache-Control"] == "no-store"


def test_a_format_of_later_is_named(client, editor, claim):
    client.force_login(editor)

    response = file(client, claim, "xlsx")

    assert response.status_code == 400
    assert "xlsx is not built yet" in response.content.decode()


def test_a_filter_asks_for_other_claims(client, editor, claim):
    dismissed = ClaimFactory(article=claim.article, start=30, end=48, status="dismissed")
    client.force_login(editor)

    read = json.loads(words_of(file(client, claim, status="dismissed")))

    assert [told["id"] for told in read["claims"]] == [dismissed.pk]


@pytest.mark.parametrize("person", ["viewer", "admin"])
def test_readers_wait_for_the_final_report(request, client, claim, person):
    client.force_login(request.getfixturevalue(person))

    response = page(client, claim)
    assert response.status_code == 409
    assert "The report is final once the article is signed off." in response.content.decode()

    claim.article.status = ArticleStatus.SIGNED_OFF
    claim.article.save()

    assert claim.text in page(client, claim).content.decode()


@pytest.mark.parametrize("person", ["reviewer", "viewer", "admin"])
def test_only_editors_take_files_away(request, client, claim, person):
    claim.article.status = ArticleStatus.SIGNED_OFF
    claim.article.save()
    client.force_login(request.getfixturevalue(person))

    assert file(client, claim).status_code == 403
    assert client.get(reverse("claims-export", args=["csv"])).status_code == 403
    assert "report.csv" not in page(client, claim).content.decode()


def test_an_article_of_others_does_not_exist(client, outsider, claim):
    client.force_login(outsider)

    assert page(client, claim).status_code == 404
    assert file(client, claim).status_code == 404


def test_a_set_follows_the_filters_of_the_queue(client, editor, outsider, claim):
    ClaimFactory(article__desk=claim.desk, risk="high")
    ClaimFactory(article__desk=outsider.first_desk)
    client.force_login(editor)

    everything = json.loads(words_of(client.get(reverse("claims-export", args=["json"]))))
    normal = client.get(
        reverse("claims-export", args=["json"]), {"risk": "normal", "order": "due", "cursor": "x"}
    )

    assert [article["desk"] for article in everything["articles"]] == [claim.desk.name] * 2
    assert [told["id"] for told in json.loads(words_of(normal))["claims"]] == [claim.pk]
    assert normal.headers["Content-Disposition"] == 'attachment; filename="claims.json"'


def test_a_filter_that_is_wrong_is_told(client, editor):
    client.force_login(editor)

    response = client.get(reverse("claims-export", args=["csv"]), {"risk": "huge"})

    assert response.status_code == 400
    assert "“huge” is not one of low, normal, high." in response.content.decode()


def test_a_report_without_claims_says_so(client, editor, desk):
    client.force_login(editor)

    response = client.get(reverse("article-report", args=[ArticleFactory(desk=desk).pk]))

    assert "No claim of this article was accepted" in response.content.decode()


def test_queries_of_the_page_do_not_grow(client, editor, desk):
    article = ArticleFactory(desk=desk)
    client.force_login(editor)
    address = reverse("article-report", args=[article.pk])
    client.get(address)  # the first look also stamps the session
    counts = {}
    for number in range(3):
        EvidenceFactory(claim=ClaimFactory(article=article, start=number, end=number + 9))
        with CaptureQueriesContext(connection) as queries:
            response = client.get(address)
        counts[response.context["count"]] = len(queries)

    assert set(counts) == {1, 2, 3}
    assert counts[1] == counts[3]


@pytest.mark.parametrize("format", ["csv", "json"])
def test_files_for_machines_are_the_same_for_readers_of_every_language(client, editor, claim, format):
    EvidenceFactory(claim=claim, added_by=editor)
    told = []
    for language in ("en-gb", "en-us", "de"):
        editor.language = language
        editor.save()
        client.force_login(editor)
        with quoting():
            text = words_of(file(client, claim, format))
        told.append(re.sub(GROWS, "", text))

    assert told[0] == told[1] == told[2]


def test_a_file_to_read_is_in_the_language_of_its_reader(client, editor, claim):
    editor.language = "de"
    editor.save()
    client.force_login(editor)

    assert '<html lang="de">' in words_of(file(client, claim, "html"))
