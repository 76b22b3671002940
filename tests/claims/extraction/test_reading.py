import spacy
from spacy.tokens import Doc, Span

from claims.extraction.reading import Entity, read


def test_columns_of_a_parsed_doc():
    doc = Doc(
        spacy.blank("en").vocab,
        words=["Peskov", "left", "Kyiv"],
        tags=["NNP", "VBD", "NNP"],
        deps=["nsubj", "ROOT", "dobj"],
        heads=[1, 1, 1],
    )
    doc.ents = [Span(doc, 2, 3, label="GPE")]

    reading = read(doc)

    assert reading.words == ["peskov", "left", "kyiv"]
    assert (reading.tags, reading.deps) == (["NNP", "VBD", "NNP"], ["nsubj", "ROOT", "dobj"])
    assert reading.heads == [1, 1, 1]
    assert [reading.text[s:e] for s, e in zip(reading.starts, reading.ends, strict=True)] == [
        "Peskov",
        "left",
        "Kyiv",
    ]
    assert reading.entities == [Entity("GPE", 2, 3, 12, 16)]
    assert reading.children(1) == [0, 2]


def test_without_a_model_words_alone_are_read(blank):
    reading = read(blank("Talks failed."))

    assert reading.words == ["talks", "failed", "."]
    assert (reading.tags, reading.heads, reading.entities) == (["", "", ""], [0, 1, 2], [])


def test_an_empty_doc_is_read(blank):
    assert read(blank("")).words == []
