from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from claims.jobs import extraction as extraction_job
from claims.management.commands import submit as command
from claims.models import Article, Extraction
from tests.factories import RatingScaleFactory

TEXT = "The harbour has 1,200 berths.\n"


@pytest.fixture
def file(tmp_path, db):
    """`file(name, content)`: a file with this content; returns its path."""
    RatingScaleFactory(kind="outside")
    RatingScaleFactory(kind="house")

    def file(name, content):
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return str(path)

    return file


def submit(*words):
    """What the command printed on standard output and standard error, and its exit status."""
    out, err = StringIO(), StringIO()
    try:
        call_command("submit", *words, stdout=out, stderr=err)
    except SystemExit as end:
        return out.getvalue().splitlines(), err.getvalue().splitlines(), end.code
    return out.getvalue().splitlines(), err.getvalue().splitlines(), 0


def test_files_become_outside_copy_on_the_first_desk(file, editor, desk):
    files = [file("a.txt", TEXT), file("b.txt", "Rents rose by 9 percent.\r\n")]

    out, err, status = submit(*files, "--as", editor.email)

    first, second = Article.objects.order_by("id")
    assert (out, err, status) == ([str(first.pk), str(second.pk)], [], 0)
    assert (first.kind, first.desk, first.submitted_by, first.author_id) == ("outside", desk, editor, None)
    assert first.revision.text == TEXT.strip() or first.revision.text == TEXT
    assert first.revision.extraction.state == "queued"


def test_desk_and_kind_may_be_named(file, outsider, desk, other_desk):
    outsider.desks.add(desk)

    submit(file("a.txt", TEXT), "--as", outsider.email.upper(), "--desk", desk.slug, "--kind", "house")

    article = Article.objects.get()
    assert (article.desk, article.kind) == (desk, "house")


def test_a_file_that_cannot_be_read_is_named_and_the_rest_is_done(file, editor, tmp_path):
    nowhere = str(tmp_path / "nowhere.txt")
    empty, binary, good = file("empty.txt", " \n"), file("a.bin", b"\0\1"), file("good.txt", TEXT)

    out, err, status = submit(nowhere, empty, binary, good, "--as", editor.email)

    assert (out, status) == ([str(Article.objects.get().pk)], 1)
    assert err[0] == f"{nowhere}: The file cannot be opened: No such file or directory."
    assert err[1] == f"{empty}: There is no text here. Paste the words of the article."
    assert err[2].startswith(f"{binary}: Files of type .bin cannot be read yet.")
    assert len(err) == 3


def test_the_same_text_again_is_told(file, editor):
    (first,), _, _ = submit(file("a.txt", TEXT), "--as", editor.email)
    path = file("b.txt", TEXT)

    out, err, status = submit(path, "--as", editor.email)

    assert err == [f"{path}: the same text is on this desk already, as article {first}."]
    assert (len(out), status, Article.objects.count()) == (1, 0, 2)


def test_who_may_not_submit_is_refused(file, reviewer, outsider, desk):
    path = file("a.txt", TEXT)

    with pytest.raises(CommandError, match=r"^Only editors can submit articles\.$"):
        submit(path, "--as", reviewer.email)
    with pytest.raises(CommandError, match=r"is not on the desk politics\.$"):
        submit(path, "--as", outsider.email, "--desk", "politics")
    with pytest.raises(CommandError, match=r"^Nobody who may sign in has the address x@desk\.example\.$"):
        submit(path, "--as", "x@desk.example")
    outsider.memberships.all().delete()
    with pytest.raises(CommandError, match=r"is on no desk\.$"):
        submit(path, "--as", outsider.email)
    assert not Article.objects.exists()


def test_without_a_rating_scale_it_says_so(tmp_path, editor):
    path = tmp_path / "a.txt"
    path.write_text(TEXT)

    out, err, status = submit(str(path), "--as", editor.email)

    assert (out, status) == ([], 1)
    assert err == [f"{path}: No rating scale serves this kind of copy yet; an admin can add one."]


def test_wait_returns_when_the_extractions_have_ended(file, editor, monkeypatch):
    def a_worker_comes_by(seconds):
        extraction = Extraction.objects.filter(state="queued").earliest("id")
        Extraction.objects.filter(pk=extraction.pk).update(state="running")
        extraction.state = "running"
        if "berths" in extraction.revision.text:
            Extraction.objects.filter(pk=extraction.pk).update(state="done")
        else:
            extraction_job.fail(extraction, "The text could not be searched.")

    monkeypatch.setattr(command.time, "sleep", a_worker_comes_by)
    files = [file("a.txt", TEXT), file("b.txt", "Rents rose by 9 percent.\n")]

    (first, second), err, status = submit(*files, "--as", editor.email, "--wait")

    assert status == 0
    assert err == [
        f"article {first}: done, 0 claims",
        f"article {second}: failed, The text could not be searched.",
    ]
