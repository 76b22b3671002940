import pytest
from django.core.management import CommandError

from claims.management.searched import searched_claims
from claims.models import Extraction
from tests.factories import ClaimFactory


def test_the_claims_of_texts_in_a_language_with_a_model(desk, other_desk):
    here, elsewhere = ClaimFactory(article__desk=desk), ClaimFactory(article__desk=other_desk)
    french = ClaimFactory(article__desk=desk)
    Extraction.objects.filter(revision=french.revision).update(language="fr")

    assert set(searched_claims()) == {here, elsewhere}
    assert set(searched_claims("news")) == {here}


def test_an_unknown_desk_is_told(db):
    with pytest.raises(CommandError, match=r"^There is no desk nowhere\.$"):
        searched_claims("nowhere")
