import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.intake import documents
from claims.intake.documents import UnreadableFile, UnreadableText, from_text
from claims.text import Role

ARTICLE = "Deficit falls to three percent\n\nThe ministry said on Tuesday that spending was cut."


def test_the_title_is_the_headline_and_part_of_the_text_it_was_found_in():
    document = from_text(ARTICLE)

    assert document.title == "Deficit falls to three percent"
    assert document.text == ARTICLE


def test_typed_headline_and_standfirst_become_the_first_blocks():
    document = from_text("The ministry cut spending.", headline=" Deficit\nfalls ", standfirst="Less spent")

    assert document.text == "Deficit falls\n\nLess spent\n\nThe ministry cut spending."
    assert [(block.role, block.start, block.end) for block in document.blocks] == [
        (Role.HEADLINE, 0, 15),
        (Role.STANDFIRST, 15, 27),
        (Role.PARAGRAPH, 27, 53),
    ]
    assert document.title == "Deficit falls"


def test_a_headline_pasted_with_the_text_is_not_repeated():
    document = from_text(ARTICLE, headline="Deficit falls to three percent")

    assert document.text == ARTICLE
    assert document.blocks[0].role == Role.HEADLINE


def test_without_a_headline_the_first_words_are_the_title():
    words = (
        "The ministry said on Tuesday that the deficit had fallen to three percent of output, the lowest. "
        * 3
    )

    assert from_text(words).title == (
        "The ministry said on Tuesday that the deficit had fallen to three percent of output, the lowest.…"
    )


@pytest.mark.parametrize("raw", ["", " \n\t", "\ufeff", "\x00\x01", "\u200b", "\u200f \u00ad"])
def test_an_empty_text_is_refused(raw):
    with pytest.raises(UnreadableText, match="no text here"):
        from_text(raw)


@pytest.mark.parametrize("raw", ["x", "…", "🙂", "\u0301"])
def test_one_character_that_can_be_seen_is_a_text(raw):
    assert from_text(raw).text


def test_the_longest_text_counts_what_is_left_after_cleaning():
    assert len(from_text("\r\n" + "a" * 400_000 + "\x00  ").text) == 400_000
    with pytest.raises(UnreadableText, match="400,001 characters; at most 400,000"):
        from_text("a" * 400_001)
    with pytest.raises(UnreadableText, match="400,003"):
        from_text("a" * 400_000, headline="b")


def test_a_title_has_at_most_500_characters():
    assert len(from_text("text", headline="word " * 200).title) <= 500
    assert len(from_text("text", headline="w" * 1_000).title) == 500


@given(st.text(), st.text(max_size=20), st.text(max_size=20))
def test_any_text_is_read_or_refused(raw, headline, standfirst):
    try:
        document = from_text(raw, headline, standfirst)
    except UnreadableText:
        return

    assert "".join(document.text[block.start : block.end] for block in document.blocks) == document.text
    assert 1 <= len(document.title) <= 500


def test_a_plain_file_is_read(tmp_path):
    path = tmp_path / "article.txt"
    path.write_bytes(ARTICLE.replace("\n", "\r\n").encode("cp1252"))

    assert documents.read(path).text == ARTICLE


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("article.docx", b"PK", r"type \.docx cannot be read yet"),
        ("article.pdf", b"%PDF", r"type \.pdf cannot be read yet"),
        ("article.txt", b"", "no text here"),
        ("article.txt", b"GIF89a\x00\x01", "not a text file"),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path, name, data, reason):
    path = tmp_path / name
    path.write_bytes(data)

    with pytest.raises(UnreadableFile, match=reason):
        documents.read(path)


def test_a_missing_file_and_one_that_is_too_large(tmp_path, monkeypatch):
    with pytest.raises(UnreadableFile, match="cannot be opened"):
        documents.read(tmp_path / "none.txt")

    path = tmp_path / "article.txt"
    path.write_text(ARTICLE)
    monkeypatch.setattr(documents, "LARGEST_FILE", 10)
    with pytest.raises(UnreadableFile, match="larger than"):
        documents.read(path)
