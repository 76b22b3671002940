import pytest

from claims.extraction.facts import facts_of
from claims.extraction.finding import sentences_in
from claims.extraction.names import Names
from claims.extraction.pipeline import load
from claims.extraction.reader import Reader
from claims.text import Block, Role


@pytest.fixture(scope="session")
def read_facts():
    """`read_facts(text, roles)`: (kind, words) of the facts, its paragraphs having these roles in order."""
    reader = Reader(load())

    def read_facts(text, *roles, model=True):
        blocks, start = [], 0
        for n, part in enumerate(text.split("\n\n")):
            end = min(start + len(part) + 2, len(text))
            blocks.append(Block(roles[n] if roles else Role.PARAGRAPH, start, end))
            start = end
        spans = [span for block in blocks for span in sentences_in(text, block)]
        found = reader.read([text[slice(*span)] for span in spans]) if model else [None] * len(spans)
        names = Names()
        for one in found if model else []:
            names.meet(one.reading)
        facts = facts_of(text, blocks, zip(spans, found, strict=True), names)
        assert facts == sorted(facts, key=lambda fact: (fact["start"], -fact["end"]))
        return [(fact["kind"], text[fact["start"] : fact["end"]]) for fact in facts]

    return read_facts


def test_what_a_checker_ticks(read_facts):
    found = read_facts(
        "Mayor Jane Doe opened the longest bridge of the region on 3 May 2019. "
        "“It cost us 9 million euros,” she said."
    )

    assert found == [
        ("name", "Mayor Jane Doe"),
        ("superlative", "longest"),
        ("date", "3 May 2019"),
        ("quotation", "“It cost us 9 million euros,”"),
        ("number", "9 million euros"),
    ]


def test_a_name_counts_where_it_first_stands_and_with_each_title(read_facts):
    found = read_facts(
        "Anna Petrova visited Berlin. Petrova spoke with Defence Minister Boris Pistorius. "
        "Petrova left Berlin, and President Petrova went home."
    )

    assert [words for kind, words in found if kind == "name"] == [
        "Anna Petrova",
        "Berlin",
        "Defence Minister Boris Pistorius",
        "President Petrova",
    ]


@pytest.mark.parametrize(
    "words", ["Every ship left.", "At least the ships left.", "Most ships left.", "He left last."]
)
def test_words_that_compare_nothing_are_no_superlatives(read_facts, words):
    assert "superlative" not in dict(read_facts(words))


def test_a_single_quoted_word_is_no_quotation(read_facts):
    assert "quotation" not in dict(read_facts("They call it “progress” and went home."))


def test_furniture_byline_and_dateline_have_no_facts(read_facts):
    text = "Read 12 comments\n\nBy Jane Doe\n\n3 May 2019\n\nRents rose by 9 percent."

    found = read_facts(text, Role.FURNITURE, Role.BYLINE, Role.DATELINE, Role.PARAGRAPH)

    assert found == [("number", "9 percent")]


def test_without_a_model_figures_and_quotations_are_found_all_the_same(read_facts):
    found = read_facts("Maire Dupont a payé 1,200 euros. “C’est la vie,” dit-il.", model=False)

    assert [kind for kind, _words in found] == ["number", "quotation"]
