from claims.text.fact_words import COUNTED, FILLERS, MEANINGS, SPEECH


def test_words_that_say_the_same_have_one_value_and_their_opposites_another():
    assert MEANINGS["climbed"] == MEANINGS["rose"] == ("direction", "rose")
    assert MEANINGS["fell"] != MEANINGS["rose"]
    assert MEANINGS["nine"] == ("number", "9")
    assert MEANINGS["km"] == MEANINGS["kilometres"]


def test_every_word_is_a_single_one_in_small_letters():
    for word in {*MEANINGS, *SPEECH, *FILLERS, *COUNTED, *COUNTED.values()}:
        assert word == word.lower()
        assert "|" not in word


def test_no_denial_is_a_filler_or_plain_speech():
    denials = {word for word, (kind, _value) in MEANINGS.items() if kind == "negation"}

    assert {"denied", "never", "without"} <= denials
    assert denials.isdisjoint(SPEECH)
