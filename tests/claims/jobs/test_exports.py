import os
from contextlib import nullcontext
from datetime import timedelta

import pytest
from django.db import OperationalError
from django.utils import timezone

from accounts.models import Membership
from claims.jobs import exports, leases
from claims.models import Export
from claims.reports import formats
from claims.reports.formats import Format
from tests.factories import ArticleFactory, ClaimFactory
from tests.german import reading


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.EXPORT_DIR = tmp_path
    return tmp_path


@pytest.fixture
def export(desk, editor):
    claim = ClaimFactory(article__desk=desk)
    return Export.objects.create(requested_by=editor, article=claim.article, format="csv")


@pytest.fixture
def writing(monkeypatch):
    """`writing(step)`: the format csv calls `step(report)` after its first piece."""

    def writing(step):
        def lines(report):
            yield "first\n"
            step(report)
            yield "second\n"

        monkeypatch.setitem(formats.FORMATS, "csv", Format(lines, "text/csv"))

    return writing


def names(folder):
    return sorted(file.name for file in folder.iterdir())


def test_a_queued_export_is_written(export, folder):
    exports.write_export(export.pk)

    export.refresh_from_db()
    assert (export.state, export.attempt, export.done, export.total) == ("done", 1, 1, 1)
    assert (export.articles, export.path) == ([export.article_id], f"{export.pk}-1.csv")
    assert export.finished_at is not None
    assert names(folder) == [export.path]
    assert "1,200 berths" in (folder / export.path).read_text("utf-8-sig")


def test_a_late_copy_of_the_message_does_nothing(export, folder):
    exports.write_export(export.pk)
    exports.write_export(export.pk)

    export.refresh_from_db()
    assert export.attempt == 1
    assert names(folder) == [export.path]


def test_an_export_that_is_gone_is_nothing_to_do(db, folder):
    exports.write_export(4711)

    assert names(folder) == []


def test_under_the_final_name_there_is_never_half_a_file(export, folder, writing):
    seen = []
    writing(lambda report: seen.extend(names(folder)))

    exports.write_export(export.pk)

    assert seen == [f"{export.pk}-1.part"]
    assert (folder / f"{export.pk}-1.csv").read_text() == "first\nsecond\n"


def test_a_run_that_lost_its_lease_throws_its_file_away(export, folder, writing):
    def lose(report):
        Export.objects.filter(pk=export.pk).update(attempt=2)

    writing(lose)
    exports.write_export(export.pk)

    export.refresh_from_db()
    assert (export.state, export.attempt, export.path) == ("running", 2, "")
    assert names(folder) == []


def test_who_left_the_desk_meanwhile_gets_nothing(export, editor, folder):
    Membership.objects.filter(user=editor).delete()

    exports.write_export(export.pk)

    export.refresh_from_db()
    assert (export.state, export.error) == ("failed", exports.GONE)
    assert names(folder) == []


def test_a_viewer_gets_nothing_of_an_article_reopened_meanwhile(export, viewer):
    Export.objects.update(requested_by=viewer)

    exports.write_export(export.pk)

    export.refresh_from_db()
    assert (export.state, export.error) == ("failed", "The report is final once the article is signed off.")


def test_a_filter_that_no_longer_holds_says_so(export, editor, desk, other_desk):
    Export.objects.update(article=None, filters={"desk": desk.slug})
    Membership.objects.filter(user=editor).update(desk=other_desk)

    exports.write_export(export.pk)

    export.refresh_from_db()
    assert (export.state, export.error) == ("failed", f"“{desk.slug}” is not one of your desks.")


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (
            OSError(28, "No space left on device"),
            "The file could not be written (No space left on device). "
            "Tell whoever runs the desk, and ask for the report again.",
        ),
        (
            RuntimeError("secret words"),
            "The report could not be made (RuntimeError). Tell whoever runs the desk.",
        ),
    ],
)
def test_what_breaks_ends_with_a_reason(export, folder, writing, error, reason):
    def break_down(report):
        raise error

    writing(break_down)
    exports.write_export(export.pk)

    export.refresh_from_db()
    assert (export.state, export.error) == ("failed", reason)
    assert names(folder) == []


def test_a_database_that_is_away_leaves_the_job_to_its_lease(export, folder, writing):
    def break_down(report):
        raise OperationalError

    writing(break_down)
    with pytest.raises(OperationalError):
        exports.write_export(export.pk)

    export.refresh_from_db()
    assert (export.state, names(folder)) == ("running", [])


def test_after_a_death_the_next_run_finishes(export, folder):
    leases.start(Export, export.pk)
    (folder / f"{export.pk}-1.part").write_text("half")
    Export.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    leases.put_back_dead(Export)

    exports.write_export(export.pk)

    export.refresh_from_db()
    assert (export.state, export.path) == ("done", f"{export.pk}-2.csv")


def test_progress_counts_claims(export, folder, monkeypatch):
    told = []
    article = ArticleFactory(desk=export.article.desk)
    for number in range(2):
        ClaimFactory(article=article, start=number, end=number + 9)
    ClaimFactory(article__desk=article.desk)
    Export.objects.update(article=None, format="html")
    monkeypatch.setattr("claims.reports.rows.CHUNK", 2)
    monkeypatch.setattr(leases, "kept", lambda job: nullcontext(lambda *counts: told.append(counts)))

    exports.write_export(export.pk)

    assert told[-1] == (4, 4)
    assert (2, 4) in told


def test_expired_files_and_leftovers_are_removed(export, folder):
    exports.write_export(export.pk)
    now = timezone.now()
    for name in ("7-1.part", "8-1.csv"):
        (folder / name).write_text("old")
        os.utime(folder / name, ((now - timedelta(days=31)).timestamp(),) * 2)

    exports.remove_expired(now)
    export.refresh_from_db()
    assert names(folder) == [export.path]

    os.utime(folder / export.path, ((now - timedelta(days=1)).timestamp(),) * 2)
    exports.remove_expired(now + timedelta(days=30))
    export.refresh_from_db()
    assert (export.path, names(folder)) == ("", [])


def test_what_people_read_is_in_the_language_of_who_asked(export, editor, folder):
    editor.language = "de"
    editor.save()
    Export.objects.update(format="html")

    exports.write_export(export.pk)

    export.refresh_from_db()
    assert '<html lang="de">' in (folder / export.path).read_text("utf-8")


def test_why_it_failed_is_stored_in_english(export, viewer):
    Export.objects.update(requested_by=viewer)

    with reading():
        exports.write_export(export.pk)

    export.refresh_from_db()
    assert export.error == "The report is final once the article is signed off."
