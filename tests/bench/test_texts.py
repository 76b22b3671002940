from bench.texts import edition, texts


def test_texts_are_all_different_and_begin_with_the_samples():
    sample = texts(24)

    assert len(set(sample)) == 24
    assert sample[0] != sample[8]
    assert len(sample[0].split()) > 300


def test_an_edition_has_other_numbers_and_the_same_words():
    assert edition("In 2019 there were 007 of 1,200.", 0) == "In 2019 there were 007 of 1,200."
    assert edition("In 2019 there were 007 of 1,200.", 3) == "In 2022 there were 010 of 4,203."
