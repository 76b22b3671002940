import pytest
import spacy
from django.core.management import CommandError, call_command

from claims.extraction import pipeline


@pytest.fixture(autouse=True)
def blank_pipeline(monkeypatch):
    monkeypatch.setattr(pipeline, "load", lambda: spacy.blank("en"))


def scored(capsys):
    return [line.split("\t") for line in capsys.readouterr().out.splitlines()]


def test_a_score_a_line_in_order_without_the_header(tmp_path, capsys):
    path = tmp_path / "sentences.tsv"
    path.write_text("id\ttext\nb\tExports rose by 4% in 2024.\na\tWill it last?\nempty\t\n")

    call_command("score_sentences", str(path))

    rows = scored(capsys)
    assert [row_id for row_id, _score in rows] == ["b", "a", "empty"]
    assert float(rows[0][1]) > 0.5 > float(rows[1][1])
    assert all(0 <= float(score) <= 1 for _id, score in rows)


def test_only_a_line_feed_ends_a_row(tmp_path, capsys):
    path = tmp_path / "sentences.tsv"
    path.write_bytes("1\tOne\u2028two\x85three\r\n2\tFour\tfive\r\n".encode())

    call_command("score_sentences", str(path))

    assert [row_id for row_id, _score in scored(capsys)] == ["1", "2"]


def test_a_missing_file_is_one_clear_sentence(tmp_path):
    with pytest.raises(CommandError, match="cannot be opened"):
        call_command("score_sentences", str(tmp_path / "none.tsv"))
