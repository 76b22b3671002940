from claims.extraction.tree import grow


def test_what_hangs_on_what_and_how_far_it_reaches(sentence):
    tree = grow(sentence("the/DT/det/1 talks/NNS/nsubj/2 failed/VBD/ROOT in/IN/prep/2 Geneva/NNP/pobj/3"))

    assert tree.children == [[], [0], [1, 3], [4], []]
    assert list(zip(tree.first, tree.last, strict=True)) == [(0, 0), (0, 1), (0, 4), (3, 4), (4, 4)]


def test_words_without_a_parse_are_trees_of_their_own(sentence):
    tree = grow(sentence("talks failed"))

    assert tree == ([[], []], [0, 1], [0, 1])
