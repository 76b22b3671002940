from claims.extraction.first_names import FEMALE, MALE


def test_no_name_is_of_both_and_all_are_in_lower_case():
    assert not MALE & FEMALE
    assert all(name == name.lower() for name in MALE | FEMALE)
