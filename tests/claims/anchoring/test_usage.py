from claims.anchoring.sentences import sentences
from claims.anchoring.usage import usage


def test_words_written_small_are_no_names_unless_they_are_written_large_as_often():
    found = usage(sentences("The anglers met Brown. Anglers wore brown hats with Grant, Grant and a grant."))

    assert "anglers" in found.common
    assert found.common.isdisjoint({"brown", "grant"})


def test_another_language_is_noticed_in_a_text_of_some_length():
    german = "Der Hafen bleibt heute geschlossen, weil ein Schiff quer vor der Einfahrt liegt und niemand es "
    german += "bewegen darf, solange keine Taucher gekommen sind, die sich den Rumpf genau ansehen wollen."
    english = "The harbour stays closed today because a ship lies across its mouth and nobody may move it "
    english += "until divers have come who want to take a long look at the hull below the line of the water."

    assert usage(sentences(german)).foreign
    assert not usage(sentences(english)).foreign
    assert not usage(sentences("Der Hafen bleibt zu.")).foreign
