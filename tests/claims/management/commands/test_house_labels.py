import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from claims.actions import triage
from claims.models import Extraction
from claims.workflow import Status
from tests.factories import ArticleFactory, ClaimFactory

TEXT = "The harbour has 1,200 berths. However, it opened in 1987."


@pytest.fixture
def article(desk, editor, other_desk, outsider):
    """A suggestion accepted, one dismissed, a claim marked by hand, a suggestion left; one elsewhere."""
    article = ArticleFactory(desk=desk, text=TEXT)
    Extraction.objects.update(sentences=[{"start": 0, "end": 29}, {"start": 30, "end": 57}])
    accepted, dismissed, _left = (
        ClaimFactory(article=article, start=start, end=end, status=Status.SUGGESTED)
        for start, end in [(0, 29), (30, 57), (0, 11)]
    )
    triage.accept(accepted, by=editor)
    triage.dismiss(dismissed, by=editor, reason="Known.")
    triage.mark_claim(article, by=editor, start=39, end=56)
    elsewhere = ClaimFactory(article__desk=other_desk, status=Status.SUGGESTED)
    triage.accept(elsewhere, by=outsider)
    return article


def written(path, *args):
    call_command("house_labels", "--output", str(path), *args, stderr=StringIO())
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_a_line_a_label_without_any_words(article, tmp_path):
    sha256 = article.revision.sha256

    lines = written(tmp_path / "labels.jsonl", "--desk", "news")

    assert lines == [
        {"sha256": sha256, "start": 0, "end": 29, "class": "check_worthy", "desk": "news"},
        {"sha256": sha256, "start": 30, "end": 57, "class": "not_check_worthy", "desk": "news"},
        {"sha256": sha256, "start": 39, "end": 56, "class": "check_worthy", "desk": "news"},
    ]


def test_with_the_words_and_the_sentence_they_stand_in(article, tmp_path):
    lines = written(tmp_path / "labels.jsonl", "--text", "--desk", "news")

    assert [(line["text"], line["sentence"]) for line in lines] == [
        (TEXT[0:29], TEXT[0:29]),
        (TEXT[30:57], TEXT[30:57]),
        ("it opened in 1987", TEXT[30:57]),
    ]


def test_where_no_sentence_was_stored_the_words_are_their_own(article, tmp_path):
    Extraction.objects.update(sentences=[])

    lines = written(tmp_path / "labels.jsonl", "--text")

    assert {line["sentence"] == line["text"] for line in lines} == {True}


def test_all_desks_together(article, tmp_path):
    assert [line["desk"] for line in written(tmp_path / "all.jsonl")] == ["news"] * 3 + ["science"]


def test_only_its_owner_reads_the_file(article, tmp_path):
    path = tmp_path / "labels.jsonl"

    written(path, "--text")

    assert path.stat().st_mode & 0o077 == 0


def test_a_dash_is_standard_output(article):
    out = StringIO()

    call_command("house_labels", "--output", "-", stdout=out)

    assert len(out.getvalue().splitlines()) == 4


def test_what_is_wrong_is_said_in_a_sentence(db, tmp_path):
    with pytest.raises(CommandError, match=r"^There is no desk nowhere\.$"):
        written(tmp_path / "labels.jsonl", "--desk", "nowhere")
    with pytest.raises(CommandError, match=r"cannot be written: No such file or directory\.$"):
        written(tmp_path / "nowhere" / "labels.jsonl")
