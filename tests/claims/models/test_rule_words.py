"""What a rule says, and what its events keep, in the language of who reads it."""

import pytest
from django.utils.translation import override

from claims.models.rule_words import as_read

ENGLISH_AND_GERMAN = [
    (
        "All claims get a second, blind verdict.",
        "Alle Aussagen bekommen ein zweites, blind abgegebenes Urteil.",
    ),
    (
        "Off: Law or rule claims of high risk with a priority of 40 or more on Home get away get a"
        " second, blind verdict, by Ada Lindqvist or Carla Venn. Who gives it finds their own evidence.",
        "Aus: Aussagen der Art „Gesetz oder Regel“ mit hohem Risiko ab Dringlichkeit 40 im Ressort Home"
        " get away bekommen ein zweites, blind abgegebenes Urteil von Ada Lindqvist oder Carla Venn."
        " Wer es abgibt, sucht eigene Belege.",
    ),
]


@pytest.mark.parametrize(("english", "german"), ENGLISH_AND_GERMAN)
def test_a_stored_rule_is_read_in_the_language_of_its_reader(english, german):
    assert as_read(english) == english
    with override("de"):
        assert as_read(english) == german


@pytest.mark.parametrize("other", ["Rumour claims get a second, blind verdict.", "As agreed on Monday."])
def test_other_words_stay_as_they_are(other):
    with override("de"):
        assert as_read(other) == other
