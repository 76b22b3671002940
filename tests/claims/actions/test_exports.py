from datetime import timedelta
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.utils import timezone

from accounts.models import Event, Membership
from accounts.policy import Role
from claims.actions import exports
from claims.actions.exports import NotThere, open_export, own_exports, request_export, stream_report
from claims.models import Article, Export
from tests.factories import ArticleFactory, ClaimFactory


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.EXPORT_DIR = tmp_path
    return tmp_path


@pytest.fixture
def claim(desk):
    return ClaimFactory(article__desk=desk, article__title="Berths")


def words_of(export, by):
    with open_export(export, by=by).content as file:
        return file.read().decode()


def test_a_small_export_is_done_at_once(claim, editor, folder):
    export = request_export(by=editor, format="csv", article=claim.article)

    assert (export.state, export.done, export.total) == ("done", 1, 1)
    assert export.articles == [claim.article_id]
    assert timedelta(days=29) < export.expires_at - timezone.now() < timedelta(days=31)
    assert [file.name for file in folder.iterdir()] == [f"{export.pk}-1.csv"]
    file = open_export(export, by=editor)
    file.content.close()
    assert (file.name, file.content_type) == (f"report-{claim.article_id}.csv", "text/csv; charset=utf-8")
    assert claim.text in words_of(export, editor)


def test_asking_is_an_event_of_the_article(claim, editor):
    export = request_export(by=editor, format="json", article=claim.article)

    event = Event.objects.within(claim.article).get()
    assert (event.kind, event.by, event.subject_id) == ("export.requested", editor, export.pk)


def test_taking_the_file_away_is_an_event_too(claim, editor):
    export = request_export(by=editor, format="json", article=claim.article)

    words_of(export, editor)

    event = Event.objects.within(claim.article).last()
    assert (event.kind, event.by, event.subject_id) == ("export.taken", editor, export.pk)


@pytest.mark.parametrize("whole", [True, False])
def test_a_streamed_report_is_an_event_of_the_article_or_of_the_person(claim, editor, whole):
    article = None if whole else claim.article

    pieces = stream_report(by=editor, format="json", article=article, filters={"status": "open"})

    assert claim.text in "".join(pieces)
    event = Event.objects.about(article or editor).get()
    assert (event.kind, event.by) == ("export.taken", editor)
    assert event.after == {"format": "json", "filters": {"status": "open"}, "claims": 1}


def test_a_report_that_was_refused_is_no_event(claim, reviewer, editor):
    with pytest.raises(PermissionDenied):
        stream_report(by=reviewer, format="json", article=claim.article)
    with pytest.raises(ValidationError):
        stream_report(by=editor, format="xlsx", article=claim.article)

    assert not Event.objects.exists()


def test_a_long_export_waits_for_a_worker(claim, editor, folder, monkeypatch):
    monkeypatch.setattr(exports, "AT_ONCE", 1)
    ClaimFactory(article=claim.article, start=30, end=40)

    export = request_export(by=editor, format="csv", filters={"status": "open"})

    assert (export.state, export.attempt, export.published_at) == ("queued", 0, None)
    assert list(folder.iterdir()) == []
    with pytest.raises(NotThere, match="still being made"):
        open_export(export, by=editor)


def test_a_set_holds_what_the_filters_ask_for(claim, editor, outsider):
    ClaimFactory(article__desk=outsider.first_desk, article__title="Elsewhere")
    ClaimFactory(article__desk=claim.desk, article__title="Dismissed", status="dismissed")

    export = request_export(by=editor, format="html", filters={"status": "open"})

    assert export.articles == [claim.article_id]
    words = words_of(export, editor)
    assert "Berths" in words
    assert "Elsewhere" not in words
    assert "Dismissed" not in words


@pytest.mark.parametrize("name", ["xlsx", "docx", "pdf", "copy", "claimreview", "packet", "tex"])
def test_formats_of_later_are_refused(claim, editor, name):
    with pytest.raises(ValidationError) as refused:
        request_export(by=editor, format=name, article=claim.article)

    assert refused.value.message_dict == {"format": [f"{name} is not built yet: ask for csv, json, html."]}
    assert not Export.objects.exists()


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ({"filters": {"claimant": "x"}}, "filters"),
        ({"filters": {"status": "done"}}, "status"),
        ({"options": {"internal": True}}, "options"),
    ],
)
def test_filters_and_options_that_are_not_there_are_named(editor, asked, field):
    with pytest.raises(ValidationError) as refused:
        request_export(by=editor, format="csv", **asked)

    assert set(refused.value.message_dict) == {field}
    assert not Export.objects.exists()


@pytest.mark.parametrize("who", ["reviewer", "viewer", "admin"])
def test_only_editors_export(claim, request, who):
    with pytest.raises(PermissionDenied):
        request_export(by=request.getfixturevalue(who), format="csv", article=claim.article)

    assert not Export.objects.exists()


def test_only_who_asked_may_open_it(claim, editor, second_editor):
    export = request_export(by=editor, format="csv", article=claim.article)

    assert list(own_exports(second_editor)) == []
    assert list(own_exports(editor)) == [export]
    with pytest.raises(Http404):
        open_export(export, by=second_editor)


def test_who_left_the_desk_may_no_longer_open_it(claim, editor):
    export = request_export(by=editor, format="csv", article=claim.article)
    Membership.objects.filter(user=editor).delete()

    with pytest.raises(Http404):
        open_export(export, by=editor)


def test_one_article_restricted_since_closes_the_whole_file(claim, editor):
    other = ArticleFactory(desk=claim.desk)
    ClaimFactory(article=other)
    export = request_export(by=editor, format="csv")
    Article.objects.filter(pk=other.pk).update(restricted=True)

    with pytest.raises(Http404):
        open_export(export, by=editor)


def test_who_is_no_longer_an_editor_may_not_open_it(claim, editor):
    export = request_export(by=editor, format="csv", article=claim.article)
    editor.role = Role.VIEWER
    editor.save()

    with pytest.raises(PermissionDenied):
        open_export(export, by=editor)


def test_a_file_that_had_its_time_is_gone(claim, editor):
    export = request_export(by=editor, format="csv", article=claim.article)
    export.expires_at = timezone.now()

    with pytest.raises(NotThere, match="30 days"):
        open_export(export, by=editor)


def test_a_file_that_was_removed_is_gone(claim, editor, folder):
    export = request_export(by=editor, format="csv", article=claim.article)
    Path(folder / export.path).unlink()

    with pytest.raises(NotThere, match="30 days"):
        open_export(export, by=editor)


def test_a_failed_export_says_why(claim, editor):
    export = Export.objects.create(
        requested_by=editor, format="csv", state="failed", error="The disk is full."
    )

    with pytest.raises(NotThere, match=r"The disk is full\."):
        open_export(export, by=editor)
