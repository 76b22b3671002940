import pytest
from django.utils.translation import override

from claims import spoken
from claims.extraction.cues import LEXICAL
from claims.extraction.finding import ONE_TOO_LONG, TOO_LONG, UNDATED
from claims.extraction.kinds import ORDER
from claims.extraction.rules import WEIGHTS
from claims.text import Role
from tests.pseudo import speaking


def test_every_cue_can_be_said_in_another_language():
    assert set(WEIGHTS) | set(LEXICAL) | {name for name, _kind in ORDER} <= spoken.CUES


def test_a_cue_of_old_rows_is_told_as_it_is_stored():
    with speaking():
        assert spoken.cue("a number") == "«a number»"
        assert spoken.cue("a hunch") == "a hunch"


def test_facts_are_told_by_their_kind():
    with speaking():
        assert spoken.fact("number") == "«number»"
        assert spoken.fact("ship") == "ship"


@pytest.mark.parametrize("role", Role)
def test_in_english_a_role_is_its_code(role):
    with override("en-gb"):
        assert spoken.ROLES[role] == role.replace("_", " ")


@pytest.mark.parametrize(
    "told",
    [
        UNDATED.format(words="last week"),
        ONE_TOO_LONG.format(most=250, words="the rents in the old town"),
        TOO_LONG.format(n=4, most=250, words="the rents in the old town"),
        spoken.BROKEN.format(error="ValueError"),
        spoken.DIED.format(deaths=3),
    ],
)
def test_what_a_search_stores_is_told_in_any_language(told):
    assert spoken.search(told) == told
    with speaking():
        assert spoken.search(told).startswith("«")
        assert spoken.search(f"Once {told}") == f"Once {told}"
