import pytest

from claims.extraction.finding import CHECK_WORTHY
from claims.extraction.language import ENGLISH
from claims.models import SEARCHABLE, USUAL_THRESHOLD, Extraction


@pytest.mark.parametrize(("language", "foreign"), [("", False), ("en", False), ("fr", True)])
def test_a_text_is_foreign_once_it_is_known_to_be(language, foreign):
    assert Extraction(language=language).is_foreign == foreign


def test_what_is_said_of_the_extractor_is_what_it_does():
    assert SEARCHABLE == (ENGLISH,)
    assert USUAL_THRESHOLD == CHECK_WORTHY
