import pytest

from claims.extraction.cues import Signal
from claims.extraction.reader import MOST_TOKENS, Reader


class Counting:
    """A pipeline that remembers what it was asked to read."""

    def __init__(self, pipeline):
        self.pipeline = pipeline
        self.asked = []

    def make_doc(self, text):
        return self.pipeline.make_doc(text)

    def pipe(self, docs, **options):
        for doc in self.pipeline.pipe(docs, **options):
            self.asked.append(doc.text)
            yield doc


@pytest.fixture
def pipeline(blank):
    return Counting(blank)


def test_sentences_come_back_in_order_with_what_was_seen(pipeline):
    first, second = Reader(pipeline).read(["Rents rose by 5% in 2024.", "Will it last?"])

    assert first.reading.words[:2] == ["rents", "rose"]
    assert [quantity["text"] for quantity in first.quantities] == ["5%"]
    assert [date["text"] for date in first.dates] == ["2024"]
    assert Signal("a question", 12, 13) in second.signals


def test_the_same_words_are_read_once(pipeline):
    reader = Reader(pipeline)

    one, other, again = reader.read(["He left.", "She left.", "He left."])
    later = reader.read(["She left.", "", "He left."])

    assert pipeline.asked == ["He left.", "She left.", ""]
    assert (one, other) == (again, later[0])


def test_what_is_too_long_for_a_sentence_is_not_shown_to_the_model(pipeline):
    longest, longer = "a " * MOST_TOKENS, "a " * MOST_TOKENS + "b"

    read, unread = Reader(pipeline).read([longest.strip(), longer])

    assert pipeline.asked == [longest.strip()]
    assert len(read.reading.words) == MOST_TOKENS
    assert (unread.reading.text, unread.reading.words) == (longer, [])
    assert unread.signals == [Signal("no statement", 0, len(longer))]
