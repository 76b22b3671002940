import json

import pytest
import spacy
from django.core.management import CommandError, call_command

from claims.extraction import pipeline

ARTICLE = (
    "Deficit falls\n\nThe deficit fell to 3 percent in March 2024, the lowest since 2009.\n\n"
    "Share this article"
)


@pytest.fixture(autouse=True)
def blank_pipeline(monkeypatch):
    monkeypatch.setattr(pipeline, "load", lambda: spacy.blank("en"))


def test_a_json_object_a_file(tmp_path, capsys):
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE)

    call_command("extract", str(path))

    (line,) = capsys.readouterr().out.splitlines()
    result = json.loads(line)
    assert list(result) == [
        "file",
        "language",
        "title",
        "text",
        "blocks",
        "sentences",
        "claims",
        "date",
        "notices",
    ]
    assert (result["file"], result["language"], result["title"]) == (str(path), "en", "Deficit falls")
    assert result["text"] == ARTICLE
    assert result["blocks"][0] == {"role": "headline", "start": 0, "end": 15}
    assert [set(sentence) for sentence in result["sentences"]] == [
        {"start", "end", "score", "against", "twin"}
    ] * 2
    (claim,) = result["claims"]
    assert set(claim) == {
        "start", "end", "text", "score", "kind", "cues", "claimant", "quantities", "dates",
        "names", "standalone",
    }  # fmt: skip
    assert claim["text"] == ARTICLE[claim["start"] : claim["end"]]
    assert claim["kind"] == "quantity"


def test_the_day_the_text_appeared_can_be_given(tmp_path, capsys):
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE)

    call_command("extract", str(path), "--date", "2024-04-02")

    assert json.loads(capsys.readouterr().out)["date"] == "2024-04-02"


def test_a_day_that_is_none_is_told(tmp_path):
    with pytest.raises(CommandError, match="--date"):
        call_command("extract", str(tmp_path / "article.txt"), "--date", "2024-02-31")


def test_what_cannot_be_read_is_told_and_the_rest_is_done(tmp_path, capsys):
    good, bad = tmp_path / "good.txt", tmp_path / "bad.docx"
    good.write_text(ARTICLE)
    bad.write_bytes(b"PK")

    with pytest.raises(SystemExit) as exit_:
        call_command("extract", str(bad), str(good), str(tmp_path / "none.txt"))

    results = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert exit_.value.code == 1
    assert [set(result) == {"file", "error"} for result in results] == [True, False, True]
    assert results[1]["title"] == "Deficit falls"
