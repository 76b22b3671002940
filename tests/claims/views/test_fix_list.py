"""The fix list: the writer decides, the editor settles, and what was accepted is applied in one step."""

import pytest
from django.urls import reverse

from claims.models import Article, Claim, Fix, FixState, Waiver
from claims.workflow import Status
from tests.factories import ArticleFactory, UserFactory, asked_fix

TEXT = "Rents rose by 9 percent in May. The mayor signed 12 leases. It rained all week in Brask."

DIFFERENCE = "<del>9</del><ins>8</ins>"


@pytest.fixture
def writer(desk):
    return UserFactory(name="Wanda Writer", role="viewer", desks=[desk])


@pytest.fixture
def article(desk, editor, writer):
    return ArticleFactory(
        title="Rents", kind="house", desk=desk, submitted_by=editor, writer=writer, text=TEXT
    )


@pytest.fixture
def asked(article, reviewer):
    """`asked(old, new)`: a fix for these words of the article."""

    def asked(old, new, **fields):
        return asked_fix(article, old, new, by=reviewer, **fields)

    return asked


@pytest.fixture
def fix(asked):
    return asked("9 percent", "8 percent")


def page(article):
    return reverse("article-fixes", args=[article.pk])


def step(name, fix):
    return reverse(f"fix-{name}", args=[fix.pk])


def html_of(response):
    return response.content.decode()


def test_a_fix_shows_its_words_and_why(sign_in, writer, article, fix):
    html = html_of(sign_in(writer).get(page(article)))

    assert "<del>9</del> percent" in html
    assert "<ins>8</ins> percent" in html
    assert "The register says so." in html
    assert fix.claim.get_absolute_url() in html
    assert "Guest links" not in html


def test_the_article_leads_to_its_list_once_there_is_one(sign_in, writer, viewer, article, asked):
    client = sign_in(writer)
    before = html_of(client.get(article.get_absolute_url()))
    asked("9 percent", "8 percent")

    assert page(article) not in before
    assert page(article) in html_of(client.get(article.get_absolute_url()))
    assert page(article) not in html_of(sign_in(viewer).get(article.get_absolute_url()))
    assert sign_in(viewer).get(page(article)).status_code == 403


def test_the_writer_accepts(sign_in, writer, article, fix):
    response = sign_in(writer).post(step("accept", fix), {"version": fix.version})

    fix.refresh_from_db()
    assert response.url == f"{page(article)}#fix-{fix.pk}"
    assert (fix.state, fix.decided_by) == (FixState.ACCEPTED, writer)


def test_declining_without_a_reason_is_told_at_its_field(sign_in, writer, article, fix):
    response = sign_in(writer).post(step("decline", fix), {"reason": " "})

    assert response.status_code == 422
    assert "Say why the words should stay as they are." in html_of(response)
    assert '<details class="step-reason" open>' in html_of(response)


def test_who_comes_second_reads_how_it_stands_and_keeps_their_words(sign_in, writer, editor, article, fix):
    sign_in(editor).post(step("accept", fix))

    response = sign_in(writer).post(step("decline", fix), {"version": 1, "reason": "My source says 9."})

    html = html_of(response)
    assert response.status_code == 409
    assert "This fix changed meanwhile: it is accepted." in html
    assert "My source says 9." in html


def test_the_editor_settles_what_was_declined(sign_in, second_editor, writer, article, asked):
    declined = {"state": FixState.DECLINED, "reason": "My source says so.", "decided_by": writer}
    again, gone, waived = (
        asked(old, new, **declined)
        for old, new in (("9 percent", "8 percent"), ("12 leases", "11 leases"), ("Brask", "Bresk"))
    )
    client = sign_in(second_editor)

    assert "Insist" in html_of(client.get(page(article)))
    early = client.post(step("waive", waived), {"reason": "Known to us.", "expires_at": "2020-01-01T00:00"})
    client.post(step("insist", again), {"reason": "The register counts."})
    client.post(step("give-way", gone), {"reason": "A matter of style."})
    client.post(step("waive", waived), {"reason": "Known to us.", "expires_at": "2999-01-01T00:00"})

    assert early.status_code == 422
    assert "A waiver ends in the future, or never." in html_of(early)
    assert 'value="2020-01-01T00:00"' in html_of(early)
    states = {one.pk: one.state for one in Fix.objects.all()}
    assert states == {again.pk: "asked", gone.pk: "dropped", waived.pk: "dropped"}
    assert Waiver.objects.get().expires_at.year == 2999
    assert "Asked again" in html_of(client.get(page(article)))


def test_the_author_settles_nothing(sign_in, editor, article, asked):
    article.writer = editor
    article.save()
    fix = asked("9 percent", "8 percent", state=FixState.DECLINED, reason="My source says so.")
    client = sign_in(editor)

    assert "Insist" not in html_of(client.get(page(article)))
    assert client.post(step("insist", fix), {"reason": "Because."}).status_code == 403


def test_a_second_judge_sees_no_fix_of_an_older_verdict(sign_in, second_reviewer, editor, article, fix):
    Claim.objects.filter(pk=fix.claim_id).update(status=Status.AWAITING_SECOND_CHECK)

    assert "8 percent" not in html_of(sign_in(second_reviewer).get(page(article)))
    assert sign_in(second_reviewer).post(step("accept", fix)).status_code == 404
    assert "8 " in html_of(sign_in(editor).get(page(article)))


class TestApplying:
    @pytest.fixture
    def address(self, article):
        return reverse("article-fixes-apply", args=[article.pk])

    def test_the_difference_is_shown_and_then_stored_and_nothing_else(
        self, sign_in, editor, article, asked, address
    ):
        asked("9 percent", "8 percent", state=FixState.ACCEPTED)
        asked("The mayor signed 12 leases.", "", state=FixState.ACCEPTED)
        asked("Brask", "Bresk")
        client = sign_in(editor)

        seen = client.get(address)
        before = Article.objects.get(pk=article.pk).revision
        said = {"base": article.revision_id, "previewed": seen.context["previewed"]}
        response = client.post(address, said)

        article.refresh_from_db()
        assert before.number == 1
        assert DIFFERENCE in html_of(seen).replace(" ", "")
        assert response.url == page(article)
        assert article.revision.text == "Rents rose by 8 percent in May. It rained all week in Brask."

    def test_what_was_accepted_meanwhile_is_shown_first(self, sign_in, editor, article, asked, address):
        asked("9 percent", "8 percent", state=FixState.ACCEPTED)
        client = sign_in(editor)
        seen = client.get(address).context["previewed"]
        asked("12 leases", "11 leases", state=FixState.ACCEPTED)

        response = client.post(address, {"base": article.revision_id, "previewed": seen})

        article.refresh_from_db()
        assert response.status_code == 200
        assert "What is accepted changed meanwhile." in html_of(response)
        assert article.revision.number == 1

    def test_a_newer_text_is_a_conflict(self, sign_in, editor, asked, address):
        asked("9 percent", "8 percent", state=FixState.ACCEPTED)

        response = sign_in(editor).post(address, {"base": 10**6})

        assert response.status_code == 409
        assert "A newer version of the text arrived meanwhile." in html_of(response)

    def test_nothing_accepted_is_said(self, sign_in, editor, fix, address):
        assert "No accepted fix waits to be applied." in html_of(sign_in(editor).get(address))

    def test_who_revises_nothing_applies_nothing(self, sign_in, writer, fix, address):
        assert sign_in(writer).get(address).status_code == 403


def test_no_query_for_each_fix(sign_in, editor, article, asked, queries, django_assert_num_queries):
    client = sign_in(editor)
    asked("9 percent", "8 percent")
    count = queries(lambda: client.get(page(article)))
    asked("12 leases", "11 leases", state=FixState.DECLINED, reason="No.", decided_by=editor)
    asked("Brask", "Bresk", state=FixState.ACCEPTED, decided_by=editor)

    with django_assert_num_queries(count):
        client.get(page(article))
