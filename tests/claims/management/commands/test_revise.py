from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from claims import search
from claims.actions import revisions
from claims.management.commands import revise as command
from claims.models import Claim, Extraction, Revision
from tests.factories import ArticleFactory, ClaimFactory

TEXT = "Rents rose by 9 percent in May. It rained all week in Brask."
NEWER = TEXT.replace("9 percent", "8 percent")


@pytest.fixture
def article(desk, second_editor):
    article = ArticleFactory(desk=desk, submitted_by=second_editor, text=TEXT)
    claims = [ClaimFactory(article=article, start=0, end=31), ClaimFactory(article=article, start=32, end=60)]
    search.add_claims([claim.pk for claim in claims])
    return article


@pytest.fixture
def revise(article, editor, tmp_path):
    """`revise(text, …)`: the lines on standard output and standard error."""

    def revise(text, *words, by=editor):
        path = tmp_path / "next.txt"
        path.write_text(text)
        out, err = StringIO(), StringIO()
        call_command("revise", str(article.pk), str(path), "--as", by.email, *words, stdout=out, stderr=err)
        return out.getvalue().splitlines(), err.getvalue().splitlines()

    return revise


def test_a_file_becomes_the_next_version(revise, article):
    out, err = revise(NEWER)

    article.refresh_from_db()
    assert out == [str(article.revision_id), "same 1", "fact_changed 1"]
    assert err == []
    assert (article.revision.number, article.revision.text) == (2, NEWER)


def test_the_same_text_says_so(revise, article):
    out, err = revise(TEXT)

    assert out == [str(article.revision_id), "same 2"]
    assert err[0].endswith("nothing changed, this is revision 1 word for word.")
    assert Revision.objects.count() == 1


def test_a_base_that_is_not_the_newest_is_refused(revise, article, second_editor):
    base = article.revision_id
    revisions.add_revision(article, by=second_editor, text=NEWER, base=base)

    with pytest.raises(CommandError, match="A newer version of the text arrived meanwhile"):
        revise(TEXT, "--base", str(base))

    assert Revision.objects.count() == 2


def test_who_may_not_is_refused(revise, reviewer, outsider):
    with pytest.raises(CommandError, match="Only editors can do this"):
        revise(NEWER, by=reviewer)
    with pytest.raises(CommandError, match="There is no such article that"):
        revise(NEWER, by=outsider)
    with pytest.raises(CommandError, match="There is no text here"):
        revise(" ")
    assert Revision.objects.count() == 1


def test_it_may_wait_for_the_search(revise, article, monkeypatch):
    def a_worker_comes_by(seconds):
        Extraction.objects.filter(state="queued").update(state="done")

    monkeypatch.setattr(command.time, "sleep", a_worker_comes_by)

    _out, err = revise(NEWER, "--wait")

    article.refresh_from_db()
    assert err == [f"revision {article.revision_id}: done, {Claim.objects.count()} claims"]
