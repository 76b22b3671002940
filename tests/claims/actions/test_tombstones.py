"""An article whose words were erased: nothing of them is left anywhere, and all else is."""

import pytest
from django.apps import apps
from django.db import connection, models
from django.utils import timezone

from accounts import auditing, chain, sealing
from accounts.models import Event
from claims import search
from claims.actions import erasures, tombstones
from claims.actions.tombstones import ERASED, TOMBSTONES
from claims.jobs import exports as export_job
from claims.jobs import leases
from claims.models import (
    Article,
    Claim,
    CommentAnswer,
    Correction,
    Draft,
    Evidence,
    Export,
    Extraction,
    Fix,
    Publication,
    Revision,
    Verdict,
)
from claims.workflow import Status
from tests.claims.actions.erasing_scene import MARK, files_with, marked_article, places_of
from tests.factories import ArticleFactory, UserFactory


@pytest.fixture
def article(desk, editor, reviewer, second_reviewer, tmp_path, settings):
    settings.EXPORT_DIR = tmp_path
    author = UserFactory(name="Aya Author", role="reviewer", desks=[desk])
    article = marked_article(desk, (author, reviewer, second_reviewer, editor), timezone.now())
    sealing.seal_all()
    return article


@pytest.fixture
def erase(article, second_editor, admin, django_capture_on_commit_callbacks):
    def erase():
        asked = erasures.ask(article, by=second_editor, reason="A court said so.")
        with django_capture_on_commit_callbacks(execute=True):
            erasures.carry_out(asked, by=admin)
        article.refresh_from_db()
        return asked

    return erase


def test_no_word_is_left_in_any_column_of_the_database_nor_in_a_file(article, erase):
    before = places_of(MARK)
    assert {f"{model._meta.db_table}.{name}" for model, name in words_of_tables()} <= before
    assert {"accounts_event.before", "accounts_event.after", "accounts_event.note"} <= before
    if connection.vendor == "sqlite":
        assert {"claims_claim_words_data.block", "claims_article_words_data.block"} <= before
    assert len(files_with(MARK)) == 2

    erase()

    assert places_of(MARK) == set()
    assert files_with(MARK) == []
    assert search.few_claims(MARK) == search.few_articles(MARK) == []


def words_of_tables():
    """Every field that the table of tombstones names, but for those without words."""
    no_words = {"date", "date_printed"}
    return [(model, name) for model, (_, fields) in TOMBSTONES.items() for name in fields.keys() - no_words]


KEPT = {  # fields of text that hold no words of an article
    **{"Article": {"kind", "status", "risk", "title", "byline"}},  # the last two are set with `erased_at`
    **{"Revision": {"sha256"}, "IdempotencyKey": {"key", "digest"}},
    **{"Extraction": {"state", "error", "extractor", "language"}},
    **{"Claim": {"status", "kind", "origin", "risk"}, "Carried": {"change"}},
    **{"Evidence": {"kind", "stance", "terms"}},
    **{"Verdict": {"outcome", "confidence", "standing"}, "SignOff": {"exceptions"}},
    **{"Fix": {"state"}, "GuestLink": {"digest"}, "Publication": {"address"}},
    **{"Export": {"state", "error", "format", "options", "articles", "path"}},
    **{"Reminder": {"step"}, "Notice": {"kind"}, "Draft": {"place", "values"}},  # drafts are deleted
    **{"Erasure": {"reason", "state", "declined_because"}},  # says why, and stays
    **{"CheckRule": {"kind", "risk"}, "SavedView": {"name", "query"}, "Heartbeat": {"name"}},
    **{"RatingScale": {"slug", "name", "kind"}},
    **{"Rating": {"slug", "label", "icon", "colour", "explanation"}},
}


def test_every_field_of_text_has_a_tombstone_or_holds_no_words():
    """A new field of text belongs in TOMBSTONES, or in the table above."""
    texts = (models.CharField, models.TextField, models.JSONField)
    unaccounted = {
        f"{model.__name__}.{field.name}"
        for model in apps.get_app_config("claims").get_models()
        if not model._meta.proxy
        for field in model._meta.concrete_fields
        if isinstance(field, texts)
        and field.name not in KEPT.get(model.__name__, ())
        and not any(field.name in fields for one, (_, fields) in TOMBSTONES.items() if issubclass(one, model))
    }

    assert unaccounted == set()


def test_ids_offsets_statuses_who_and_when_stay(article, erase, editor):
    kept = ("id", "revision_id", "start", "end", "score", "created_at", "kind", "verdict_id")
    before = list(Claim.objects.order_by("id").values_list(*kept))
    verdicts = list(Verdict.objects.order_by("id").values_list("author", "rating", "outcome", "standing"))
    hashes = list(Revision.objects.order_by("id").values_list("sha256", "number", "created_by"))
    status, lengths = article.status, [len(one.text) for one in article.revisions.order_by("id")]

    erase()

    assert list(Claim.objects.order_by("id").values_list(*kept)) == before
    assert (
        list(Verdict.objects.order_by("id").values_list("author", "rating", "outcome", "standing"))
        == verdicts
    )
    assert list(Revision.objects.order_by("id").values_list("sha256", "number", "created_by")) == hashes
    assert [len(one.text) for one in article.revisions.order_by("id")] == lengths
    assert (article.status, article.title) == (status, f"Erased article {article.pk}")
    assert article.erased_at is not None
    assert Publication.objects.get().address == "https://paper.example/rusk"
    assert set(Fix.objects.values_list("old", "new")) == {(ERASED, ERASED), (ERASED, "")}
    assert set(Correction.objects.values_list("old", "new")) == {(ERASED, "[erased, too]"), (ERASED, "")}
    assert CommentAnswer.objects.get().answer == ERASED
    assert [draft.place for draft in Draft.objects.all()] == ["claim:999999:verdict"]


def test_what_was_judged_stays_so_and_what_was_not_is_closed(article, erase, admin):
    held = Claim.objects.get(status=Status.IN_CHECK)

    erase()

    statuses = Claim.objects.order_by("id").values_list("status", "assignee")
    assert [status for status, _ in statuses] == ["resolved", "dismissed", "closed", "closed"]
    closed = Event.objects.about(held).last()
    assert (closed.kind, closed.by, closed.before["status"]) == ("claim.gone", admin, "in_check")


def test_the_chain_holds_in_the_database_and_in_its_export(article, erase):
    anchors = {sealing.head().position: sealing.head().hash}
    auditing.verify(anchors)

    erase()
    sealing.seal_all()

    assert auditing.verify(anchors) == auditing.verify_file(auditing.export(), anchors)
    told = auditing.wordless()
    assert (
        told
        == auditing.wordless(auditing.export())
        == Event.objects.filter(erased__isnull=False).count()
        == 2
    )


@pytest.mark.parametrize(
    ("model", "forged"),
    [
        (Revision, {"text": f"{MARK} again"}),
        (Evidence, {"locator": "invented"}),
        (Verdict, {"rationale": "He never said so."}),
        (CommentAnswer, {"answer": "They denied it."}),
    ],
)
def test_words_put_in_the_place_of_erased_ones_are_found(article, erase, model, forged):
    erase()
    sealing.seal_all()
    model.objects.update(**forged)

    with pytest.raises(chain.Broken, match=f"{model._meta.model_name}:\\d+ was changed since"):
        auditing.verify()


def test_who_audits_meanwhile_sees_nothing_broken(article, erase, monkeypatch):
    """The events were read before the erasing, their rows after it."""
    proof, done = auditing.proof, []

    def proof_of_what_is_erased_now(row, salt):
        if not done:
            done.append(erase())
        row.refresh_from_db()
        return proof(row, salt)

    monkeypatch.setattr(auditing, "proof", proof_of_what_is_erased_now)

    auditing.verify()

    assert done


def test_a_search_that_is_running_stores_nothing_any_more(article, erase):
    Extraction.objects.update(state="running", attempt=1)
    job = Extraction.objects.get(revision=article.revision)

    erase()

    job.refresh_from_db()
    assert (job.state, job.error) == ("failed", tombstones.GONE)
    with pytest.raises(leases.LeaseLost):
        leases.finish(Extraction(pk=job.pk, attempt=1), "done")


def test_a_report_that_is_being_written_is_begun_again(article, erase, editor, settings):
    export = Export.objects.create(
        requested_by=editor, article=article, format="csv", state="running", attempt=1
    )
    path = export_job._write_file(export, export_job._report(export), lambda *_: None)
    assert MARK in path.read_text()

    erase()
    with pytest.raises(leases.LeaseLost):
        export_job._finish(export, export_job._report(export), path)

    export.refresh_from_db()
    assert (export.state, export.path, files_with(MARK)) == ("queued", "", [])


def test_other_articles_keep_their_words(article, erase, desk):
    other = ArticleFactory(desk=desk, title="Another", text=f"{MARK} is a rusk.")
    claim = other.claims.create(
        desk=desk, revision=other.revision, start=0, end=8, text=MARK, score=1, status="open"
    )
    search.add_claims([claim.pk])
    search.add_article(other)

    erase()

    assert places_of(MARK) >= {"claims_claim.text", "claims_revision.text"}
    assert search.few_claims(MARK) == [claim.pk]
    assert Article.objects.get(pk=other.pk).erased_at is None
