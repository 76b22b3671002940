import hashlib

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from accounts.models import Event, JobState
from claims.actions import articles
from claims.models import Article, Claim, Extraction, IdempotencyKey, Revision, SignOff, Standing
from claims.moves import settle
from claims.workflow import ArticleChanged, ArticleStatus, Status
from tests.factories import (
    ArticleFactory,
    ClaimFactory,
    EvidenceFactory,
    FixFactory,
    RatingScaleFactory,
    VerdictFactory,
)

TEXT = "The harbour has 1,200 berths.\r\nIt opened in 1987, said the mayor."


@pytest.fixture
def scale(db):
    return RatingScaleFactory(kind="outside")


@pytest.fixture
def submit(editor, desk, scale):
    def submit(**said):
        return articles.submit_article(**{"by": editor, "text": TEXT, "kind": "outside", "desk": desk} | said)

    return submit


def test_a_submission_stores_article_revision_job_and_event_at_once(submit, editor, desk, scale):
    article = submit(title="Berths", headline="Harbour full")

    revision = Revision.objects.get()
    assert (article.title, article.status, article.scale, article.desk) == ("Berths", "received", scale, desk)
    assert revision.text.startswith("Harbour full\n\nThe harbour has")
    assert "\r" not in revision.text
    assert revision.sha256 == hashlib.sha256(revision.text.encode()).hexdigest()
    assert "".join(revision.text[block["start"] : block["end"]] for block in revision.blocks) == revision.text
    assert revision.blocks[0]["role"] == "headline"
    assert Extraction.objects.get().state == JobState.QUEUED
    assert [event.kind for event in Event.objects.about(article)] == ["article.submitted"]


def test_a_submission_without_a_title_is_named_by_its_words(submit):
    assert submit(text="Harbour full\n\nThe harbour has 1,200 berths, the mayor said on Monday.").title


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"text": ""}, "text"),
        ({"text": " \n\t\u0000"}, "text"),
        ({"text": "a " * 200_001}, "text"),
        ({"title": "t" * 501}, "title"),
        ({"kind": "house"}, "kind"),
    ],
)
def test_what_cannot_be_an_article_is_refused_at_its_field(submit, said, field):
    with pytest.raises(ValidationError) as refused:
        submit(**said)

    assert list(refused.value.message_dict) == [field]
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    "text", ["x" * 400_000, "🙂", "{{ secret }} <script>alert(1)</script> İ e\u0301 \u200f"]
)
def test_legal_texts_at_the_edges(submit, text):
    revision = submit(text=text).revision

    assert revision.text == text.replace("e\u0301", "é")


def test_only_editors_of_the_desk_submit(submit, reviewer, outsider):
    for person in [reviewer, outsider]:
        with pytest.raises(PermissionDenied):
            submit(by=person)


def test_a_restricted_article_names_its_readers_and_who_submitted_it(submit, editor, reviewer):
    article = submit(restricted_to=[reviewer])

    assert article.restricted
    assert set(article.readers.all()) == {editor, reviewer}


def test_the_same_text_is_noticed_on_the_desk_by_who_may_see_it(
    submit, desk, editor, reviewer, second_editor
):
    text = submit().revision.text
    hidden = submit(text=text + " Twice.", restricted_to=[reviewer])

    assert articles.same_text(text, desk=desk, by=second_editor) is not None
    assert articles.same_text(hidden.revision.text, desk=desk, by=second_editor) is None
    assert articles.same_text(text + " New.", desk=desk, by=second_editor) is None


def test_a_repeated_key_gives_the_same_article(submit, editor):
    first, new = articles.submit_once(by=editor, key="k1", body={"text": TEXT}, submit=submit)
    again, new_again = articles.submit_once(by=editor, key="k1", body={"text": TEXT}, submit=submit)

    assert (first, new, new_again) == (again, True, False)
    assert Article.objects.count() == 1


def test_a_key_with_another_body_is_refused(submit, editor):
    articles.submit_once(by=editor, key="k1", body={"text": TEXT}, submit=submit)

    with pytest.raises(articles.KeyReused):
        articles.submit_once(by=editor, key="k1", body={"text": "Other."}, submit=submit)

    assert Article.objects.count() == 1


def test_a_key_belongs_to_a_person(submit, editor, second_editor):
    articles.submit_once(by=editor, key="k1", body={}, submit=submit)
    articles.submit_once(by=second_editor, key="k1", body={}, submit=submit)

    assert (Article.objects.count(), IdempotencyKey.objects.count()) == (2, 2)


def test_a_failed_extraction_is_queued_again(submit, editor):
    article = submit()
    Extraction.objects.update(state=JobState.FAILED, error="died", deaths=4)
    Article.objects.update(status=ArticleStatus.EXTRACTION_FAILED)
    article.refresh_from_db()

    articles.retry_extraction(article, by=editor)

    extraction = Extraction.objects.get()
    assert (extraction.state, extraction.deaths, extraction.error) == (JobState.QUEUED, 0, "")
    assert article.status == ArticleStatus.EXTRACTING
    with pytest.raises(ArticleChanged):
        articles.retry_extraction(article, by=editor)


def test_an_editor_signs_off_the_revision_they_saw(desk, editor):
    article = ArticleFactory(desk=desk, status=ArticleStatus.READY)

    articles.sign_off_article(article, by=editor, revision=article.revision_id, note="Good.")

    article.refresh_from_db()
    sign_off = SignOff.objects.get()
    assert article.status == ArticleStatus.SIGNED_OFF
    assert (sign_off.by, sign_off.revision, sign_off.claim) == (editor, article.revision, None)
    with pytest.raises(ArticleChanged, match="already"):
        articles.sign_off_article(article, by=editor, revision=article.revision_id)


def test_another_revision_than_the_one_seen_is_not_signed(desk, editor):
    article = ArticleFactory(desk=desk, status=ArticleStatus.READY)

    with pytest.raises(ArticleChanged, match="text changed"):
        articles.sign_off_article(article, by=editor, revision=article.revision_id + 1)


def test_an_open_gate_refuses_the_sign_off_and_names_itself(desk, editor):
    article = ClaimFactory(article=ArticleFactory(desk=desk), status=Status.OPEN).article

    with pytest.raises(ArticleChanged, match="1 claim open") as refused:
        articles.sign_off_article(article, by=editor, revision=article.revision_id)

    assert refused.value.state["gates"][0]["code"] == "open"
    assert not SignOff.objects.exists()


def test_the_author_does_not_sign_off_their_own_copy(desk, editor, second_editor):
    article = ArticleFactory(desk=desk, kind="house", submitted_by=editor, status=ArticleStatus.READY)

    with pytest.raises(PermissionDenied, match="Four eyes"):
        articles.sign_off_article(article, by=editor, revision=article.revision_id)
    articles.sign_off_article(article, by=second_editor, revision=article.revision_id)


def test_a_signed_article_is_reopened_with_a_reason_and_may_be_signed_again(desk, editor):
    article = ArticleFactory(desk=desk, status=ArticleStatus.READY)
    articles.sign_off_article(article, by=editor, revision=article.revision_id)
    article.refresh_from_db()

    with pytest.raises(ValidationError):
        articles.reopen_article(article, by=editor, note=" ")
    with pytest.raises(ArticleChanged):
        articles.reopen_article(article, by=editor, note="Late.", revision=article.revision_id + 1)
    articles.reopen_article(article, by=editor, note="The mayor called.")

    article.refresh_from_db()
    assert article.status == ArticleStatus.CHECKING
    assert SignOff.objects.get().undone_at is not None
    with pytest.raises(ArticleChanged):
        articles.reopen_article(article, by=editor, note="Again.")
    articles.sign_off_article(article, by=editor, revision=article.revision_id)
    article.refresh_from_db()
    assert article.status == ArticleStatus.SIGNED_OFF


class TestSigningInSpiteOf:
    @pytest.fixture
    def article(self, desk, editor):
        """House copy whose one gate is a fix that nobody decided on."""
        article = ArticleFactory(kind="house", desk=desk, submitted_by=editor)
        FixFactory(claim=ClaimFactory(article=article, status=Status.CLOSED))
        return article

    def test_open_gates_are_named_and_the_reason_is_compulsory(self, article, second_editor):
        seen = {"by": second_editor, "revision": article.revision_id}
        with pytest.raises(ArticleChanged) as refused:
            articles.sign_off_article(article, **seen)
        assert [gate["code"] for gate in refused.value.state["gates"]] == ["fixes_asked"]
        with pytest.raises(ValidationError):
            articles.sign_off_article(article, **seen, exceptions=["fixes_asked"])

        signed = articles.sign_off_article(
            article, **seen, exceptions=["fixes_asked"], note="The writer is at sea."
        )

        article.refresh_from_db()
        assert article.status == ArticleStatus.SIGNED_OFF
        assert [one["code"] for one in signed.exceptions] == ["fixes_asked"]

    @pytest.mark.parametrize("said", ["stale", "stale:3"])
    def test_one_more_of_what_was_excepted_reopens_the_article(self, desk, editor, second_editor, said):
        article = ArticleFactory(desk=desk, submitted_by=editor)
        one = {"article": article, "status": Status.RESOLVED}
        claims = [ClaimFactory(**one, end=n, wants_a_glance=n > 3) for n in range(3, 7)]
        for claim in claims:
            claim.verdict = VerdictFactory(claim=claim, standing=Standing.SIGNED_OFF)
            claim.verdict.evidence.add(EvidenceFactory(claim=claim))
            claim.save()
        seen = {"by": second_editor, "revision": article.revision_id, "note": "The press waits."}
        signed = articles.sign_off_article(article, **seen, exceptions=[said])
        assert [(gate["code"], gate["number"]) for gate in signed.exceptions] == [("stale", 3)]

        Claim.objects.filter(pk=claims[3].pk).update(wants_a_glance=False)
        settle(article.pk, by=None)
        article.refresh_from_db()
        assert article.status == ArticleStatus.SIGNED_OFF

        article.claims.update(wants_a_glance=True)
        settle(article.pk, by=None)
        article.refresh_from_db()
        assert article.status == ArticleStatus.CHECKING

    def test_more_than_was_seen_is_refused(self, article, second_editor):
        FixFactory(claim=ClaimFactory(article=article, status=Status.CLOSED, end=4))
        said = {"by": second_editor, "revision": article.revision_id, "note": "The press waits."}

        with pytest.raises(ArticleChanged) as refused:
            articles.sign_off_article(article, **said, exceptions=["fixes_asked:1"])
        articles.sign_off_article(article, **said, exceptions=["fixes_asked:2"])

        assert [gate["number"] for gate in refused.value.state["gates"]] == [2]

    def test_what_opens_afterwards_reopens_the_article(self, article, second_editor):
        seen = {"by": second_editor, "revision": article.revision_id}
        articles.sign_off_article(article, **seen, exceptions=["fixes_asked"], note="The press waits.")

        ClaimFactory(article=article, end=3)
        settle(article.pk, by=None)

        article.refresh_from_db()
        assert article.status == ArticleStatus.CHECKING
