from claims.intake.repeats import repeated

LONG = "The minister said: “We shall not sell the port, whatever they pay,” and left for the station."


def found(*texts):
    return repeated([*texts, LONG], range(len(texts)), [len(texts)])


def test_words_of_a_longer_text_once_more():
    assert found(
        "“We shall not sell the port”", "we shall not sell the port.", "Not a word of it is here"
    ) == {0, 1}


def test_a_few_words_may_be_the_same_by_chance():
    assert found("sell the port") == set()


def test_a_word_more_or_less_in_between_is_no_repetition():
    assert found("We shall never sell the port", "We shall not sell the old port") == set()


def test_a_text_does_not_repeat_itself_nor_its_like():
    assert repeated([LONG, LONG], [0, 1], [0, 1]) == set()


def test_a_hundred_thousand_equal_texts_take_no_longer_than_others():
    texts = ["we shall not sell the port"] * 100_000

    assert repeated([*texts, LONG], range(100_000), range(100_001)) <= set(range(100_000))  # not quadratic
