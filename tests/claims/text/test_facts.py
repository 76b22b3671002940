import pytest

from claims.text.facts import Usage, facts
from claims.text.tokens import tokens


def found(text, usage=None):
    return [(fact.kind, fact.value) for fact in facts(tokens(text), usage or Usage())]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("over £1.2m", [("number", "over 1200000 pound")]),
        ("more than 1.2 million pounds", [("number", "over 1200000 pound")]),
        ("nine per cent", [("number", "9 %")]),
        ("on 12 May 2019", [("date", "2019-05-12 day")]),
        ("on Monday, 12 May 2019", [("date", "12 2019 may monday,")]),
        ("in spring 2019", [("date", "2019 spring")]),
        ("two years later", [("date", "2 later years")]),
        ("at 16:30", [("number", "16:30")]),
        ("the 18th", [("number", "18")]),
        ("won't", [("certainty", "will"), ("negation", "not")]),
        ("cannot", [("certainty", "can"), ("negation", "not")]),
        ("he'll", [("person", "he"), ("certainty", "will")]),
        ("p.m.", [("word", "p"), ("word", "m")]),
        ("anglers said", [("claimant", "anglers")]),
        ("according to anglers", [("claimant", "anglers")]),
        ("the roof, said old anglers", [("word", "old"), ("claimant", "anglers")]),
        ("the U.S. and the US", [("name", "US"), ("name", "US")]),
        ("Brandt’s boat", [("name", "Brandt")]),
        ("≥", [("sign", "≥")]),
        ("9 Russian boats", [("number", "9 boats"), ("name", "Russian")]),
    ],
)
def test_what_is_stated(text, wanted):
    assert sorted(found(text)) == sorted(wanted)


def test_a_capital_at_the_head_of_a_sentence_is_a_name_unless_the_article_writes_it_small():
    assert found("Anglers sang. Anglers left.") == [
        ("name", "Anglers"),
        ("name", "Anglers"),
        ("word", "left"),
    ]
    assert found("Anglers sang.", Usage(common=frozenset({"anglers"}))) == []
    assert found("Old Anglers sang.", Usage(common=frozenset({"anglers"})))[-1] == ("name", "Anglers")


def test_in_another_language_every_word_is_a_fact():
    assert found("der markt zahlt", Usage(foreign=True)) == [
        ("word", "der"),
        ("word", "markt"),
        ("word", "zahlt"),
    ]
    assert found("der markt zahlt") == []


def test_a_fact_knows_its_tokens():
    [fact] = facts(tokens("it cost over 9 percent")[2:], Usage())

    assert (fact.text, fact.first, fact.end) == ("over 9 percent", 0, 3)
