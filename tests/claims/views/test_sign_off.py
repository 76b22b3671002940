import re

import pytest
from django.urls import reverse
from django.utils import timezone

from claims.models import Article, Extraction, SignOff, Waiver
from claims.workflow import ArticleStatus, Status
from tests.factories import ArticleFactory, ClaimFactory, EvidenceFactory, FixFactory, VerdictFactory


@pytest.fixture
def ready(article):
    article.status = ArticleStatus.READY
    article.save()
    return article


def address(article):
    return reverse("article-sign-off", args=[article.pk])


def test_each_gate_leads_to_its_place(sign_in, editor, article):
    ClaimFactory(article=article, end=3)
    ClaimFactory(article=article, end=4, status=Status.SUGGESTED)

    response = sign_in(editor).get(address(article))

    assert [row.place for row in response.context["gates"]] == [
        f"{reverse('claims')}?article={article.pk}&status=suggested",
        f"{reverse('claims')}?article={article.pk}&status=open",
    ]
    assert "Sign off this revision" not in response.content.decode()


def test_a_ready_article_is_signed_off(sign_in, editor, ready):
    client = sign_in(editor)

    page = client.get(address(ready)).content.decode()
    client.post(address(ready), {"seen": ready.revision_id, "note": "Clean."})

    assert f'name="seen" value="{ready.revision_id}"' in page
    assert Article.objects.get(pk=ready.pk).status == ArticleStatus.SIGNED_OFF
    assert SignOff.objects.get(article=ready).note == "Clean."


def test_a_claim_that_came_meanwhile_is_shown_beside_the_note_that_was_typed(sign_in, editor, ready):
    ClaimFactory(article=ready)

    response = sign_in(editor).post(address(ready), {"seen": ready.revision_id, "note": "Clean."})

    html = response.content.decode()
    assert response.status_code == 409
    assert "1 claim open" in html
    assert "Clean." in html
    assert not SignOff.objects.exists()


def test_the_author_is_told_why_they_cannot_sign(sign_in, editor, ready):
    ready.writer = editor
    ready.save()
    client = sign_in(editor)

    assert "Four eyes" in client.get(address(ready)).content.decode()
    assert client.post(address(ready), {"seen": ready.revision_id}).status_code == 403


def test_reopening_needs_a_reason(sign_in, editor, ready):
    client = sign_in(editor)
    client.post(address(ready), {"seen": ready.revision_id})
    reopen = reverse("article-reopen", args=[ready.pk])

    assert client.post(reopen, {"note": " "}).status_code == 422
    assert client.post(reopen, {"note": "New figures."}).status_code == 302
    assert Article.objects.get(pk=ready.pk).status == ArticleStatus.CHECKING


def test_reopening_what_is_not_signed_off_is_told_with_what_was_typed(sign_in, editor, ready):
    response = sign_in(editor).post(reverse("article-reopen", args=[ready.pk]), {"note": "New figures."})

    assert response.status_code == 409
    assert "New figures." in response.content.decode()


def test_who_signs_is_told_that_nothing_could_be_suggested(sign_in, editor, ready):
    Extraction.objects.filter(revision=ready.revision).update(language="fr")

    assert "This text looks French." in sign_in(editor).get(address(ready)).content.decode()


@pytest.fixture
def house(desk, second_editor, reviewer):
    return ArticleFactory(kind="house", desk=desk, writer=second_editor, submitted_by=second_editor)


def places(client, article):
    return {row.gate.code: row.place for row in client.get(address(article)).context["gates"]}


def resolved(article, sources, **fields):
    claim = ClaimFactory(article=article, status=Status.RESOLVED, **fields)
    claim.verdict = VerdictFactory(claim=claim)
    claim.verdict.evidence.set([EvidenceFactory(claim=claim) for _ in range(sources)])
    claim.save()
    return claim


def test_fixes_and_flags_lead_to_where_they_are_worked_off(sign_in, editor, reviewer, house):
    stale = resolved(house, 2, wants_a_glance=True)
    unfounded = resolved(house, 0, start=30, end=40)
    waived = resolved(house, 2, start=41, end=47)
    Waiver.objects.create(
        verdict=waived.verdict,
        claim=waived,
        article=house,
        reason="Known to us.",
        asked_by=reviewer,
        approved_by=editor,
        expires_at=timezone.now(),
    )
    FixFactory(claim=stale)

    assert places(sign_in(editor), house) == {
        "unfounded": unfounded.get_absolute_url(),
        "stale": stale.get_absolute_url(),
        "fixes_asked": reverse("article-fixes", args=[house.pk]),
        "waivers": waived.get_absolute_url(),
    }


def test_one_source_only_is_a_warning_that_refuses_nothing(sign_in, editor, ready):
    claim = resolved(ready, 1)
    client = sign_in(editor)

    page = client.get(address(ready))
    client.post(address(ready), {"seen": ready.revision_id})

    assert list(page.context["single_sources"]) == [claim]
    assert "Resting on one source only" in page.content.decode()
    assert Article.objects.get(pk=ready.pk).status == ArticleStatus.SIGNED_OFF


class TestInSpiteOf:
    def test_every_gate_has_its_own_box_and_the_reason_is_compulsory(self, sign_in, editor, article):
        ClaimFactory(article=article)
        ClaimFactory(article=article, end=4, status=Status.SUGGESTED)
        client, seen = sign_in(editor), {"seen": article.revision_id}

        page = client.get(address(article)).content.decode()
        half = client.post(address(article), seen | {"exceptions": ["open:1"], "note": "The press waits."})
        silent = client.post(address(article), seen | {"exceptions": ["open:1", "suggested:1"], "note": " "})

        assert page.count('name="exceptions"') == 2
        assert half.status_code == 409
        assert "1 suggestion that nobody has judged" in half.content.decode()
        assert 'value="open:1" checked' in half.content.decode()
        assert "The press waits." in half.content.decode()
        assert silent.status_code == 422
        assert "Say why the article is signed off in spite of what is open." in silent.content.decode()
        assert not SignOff.objects.exists()

    def test_who_reads_afterwards_sees_what_was_open_and_why(self, sign_in, editor, viewer, article):
        ClaimFactory(article=article)
        said = {"seen": article.revision_id, "exceptions": ["open:1"], "note": "The press waits."}

        assert sign_in(editor).post(address(article), said).status_code == 302

        page = sign_in(viewer).get(address(article)).content.decode()
        assert "in spite of: 1 claim open" in page
        assert "The press waits." in page

    def test_more_than_was_seen_is_refused_and_its_box_is_empty_again(self, sign_in, editor, article):
        ClaimFactory(article=article)
        client = sign_in(editor)
        [seen] = re.findall(
            r'name="exceptions" value="([^"]+)"', client.get(address(article)).content.decode()
        )
        ClaimFactory(article=article, end=4)
        said = {"seen": article.revision_id, "exceptions": [seen], "note": "The press waits."}

        answer = client.post(address(article), said)

        assert (seen, answer.status_code) == ("open:1", 409)
        assert "Not ready: 2 claims open." in answer.content.decode()
        assert 'value="open:2"><span>' in answer.content.decode()
        assert "The press waits." in answer.content.decode()

    def test_what_is_no_gate_is_refused_at_its_field(self, sign_in, editor, article):
        ClaimFactory(article=article)
        said = {"seen": article.revision_id, "exceptions": ["all:1"], "note": "The press waits."}

        assert sign_in(editor).post(address(article), said).status_code == 422

    def test_a_search_that_is_not_done_is_no_matter_of_spite(self, sign_in, editor, article):
        Article.objects.filter(pk=article.pk).update(status=ArticleStatus.EXTRACTING)
        Extraction.objects.update(state="running")

        page = sign_in(editor).get(address(article)).content.decode()

        assert "the search for claims is not done" in page.lower()
        assert 'name="exceptions"' not in page


def test_a_signed_article_is_closed(sign_in, editor, ready):
    client, page = sign_in(editor), address(ready)
    client.post(page, {"seen": ready.revision_id})
    assert "Close the article" in client.get(page).content.decode()

    answer = client.post(reverse("article-close", args=[ready.pk]), follow=True)

    shown = answer.content.decode()
    assert "This article is closed" in shown
    assert "Close the article" not in shown
    assert "Why is it reopened?" in shown
    assert "Reopen it before" in client.get(reverse("article-revise", args=[ready.pk])).content.decode()
