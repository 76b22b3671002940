from claims.extraction.cues import find_signals
from claims.text.dates import find_dates
from claims.text.numbers import find_quantities


def found(reading):
    dates = find_dates(reading.text)
    signals = find_signals(reading, find_quantities(reading.text, dates), dates)
    return {(signal.name, reading.text[signal.start : signal.end]) for signal in signals}


def test_each_signal_stands_on_its_characters(sentence):
    reading = sentence(
        "Peskov/NNP/nsubj/1 said/VBD/ROOT exports/NNS/nsubj/3 fell/VBD/ccomp/1 "
        "5%/CD/dobj/3 in/IN/prep/3 2019/CD/pobj/5",
        PERSON="0:1",
    )

    assert found(reading) == {
        ("a name", "Peskov"),
        ("a named actor", "Peskov"),
        ("a named source", "said"),
        ("reported speech", "said"),
        ("something that happened", "said"),
        ("a comparison", "fell"),
        ("an event in passing", "fell"),
        ("something counted", "exports"),
        ("a number", "5%"),
        ("a sum or share", "5%"),
        ("a date", "2019"),
    }


def test_a_run_of_proper_nouns_the_model_did_not_name_is_a_name(sentence):
    reading = sentence("Storm/NNP Shadow/NNP missiles/NNS hit/VBD Kyiv/NNP today")

    assert {text for name, text in found(reading) if name == "a name"} == {"Storm Shadow", "Kyiv"}


def test_quotation_and_question(sentence):
    assert ("a quotation", "“we won”") in found(sentence("He said “we won” today again"))
    assert ("a question", "?") in found(sentence("did they win the war ?"))


def test_an_instruction_begins_with_its_verb(sentence):
    names = {name for name, _text in found(sentence("Think/VB of/IN trips/NNS to/IN Beijing/NNP"))}

    assert {"an instruction", "no statement"} <= names


def test_small_counts_in_words_are_no_figures(sentence):
    signals = found(sentence("Then two leaders met 1,000 prisoners"))

    assert {("a count", "two leaders"), ("a number", "1,000 prisoners")} <= signals


def test_in_quotation_marks_it_is_not_the_author_who_speaks(sentence):
    names = {name for name, _text in found(sentence("I hope so but he said “we must hope” there"))}
    quoted = {name for name, _text in found(sentence("Then he said “we must hope” there"))}

    assert {"the speaker", "a possibility"} <= names
    assert quoted == {"a quotation", "reported speech"}


def test_a_source_may_be_named_in_passing(sentence):
    reading = sentence(
        "with/IN/prep/4 Peskov/NNP/nsubj/2 acknowledging/VBG/pcomp/0 talks/NNS/dobj/2 grew/VBD/ROOT"
    )

    assert ("a named source", "acknowledging") in found(reading)


def test_a_prediction_of_the_main_clause(sentence):
    reading = sentence("They/PRP/nsubj/2 will/MD/aux/2 fail/VB/ROOT again/RB/advmod/2 soon/RB/advmod/2")

    assert found(reading) == {("a prediction", "fail"), ("a possibility", "will")}


def test_a_few_words_without_tags_say_little(sentence):
    assert found(sentence("Why it matters")) == {("a few words", "Why it matters")}


def test_a_name_is_no_word_of_the_author(sentence):
    named = found(sentence("The US/NNP left in May/NNP"))
    meant = found(sentence("It/PRP may/MD leave/VB us/PRP"))

    assert named.isdisjoint({("the speaker", "US"), ("a possibility", "May")})
    assert meant >= {("the speaker", "us"), ("a possibility", "may")}
