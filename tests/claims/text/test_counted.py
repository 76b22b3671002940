import pytest

from claims.text.counted import unit_after


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        (" people died", "people"),
        (" new electric buses", "buses"),
        (" senior White House officials", "officials"),
        (" square metres of floor", "square metres"),
        (" US dollars", "dollars"),
        ("%", "%"),
        (" per cent", "%"),
        (" percentage points", "percentage points"),
        (" degrees Fahrenheit", "degrees Fahrenheit"),
        ("-day truce", "day"),
        ("-year-old boy", "years"),
        (" km away", "km"),
        (" of those posts", "posts"),
        (" of Ukraine's largest cities", "cities"),
        ("-month-old cat", "months"),
        ("-percentage-point gap", "percentage points"),
        (" m² of floor", "m²"),
        (" sports clubs", "clubs"),
        (" Texas towns", "towns"),
        (" Los Angeles firms", "firms"),
        ("-by-fours", ""),
        ("-on-one", ""),
        ("-mile-wide belt", "mile"),
        (" Mrs Doe saw", ""),
        (" United States marines", "marines"),
        # What follows is not what was counted.
        (" m2", ""),
        (" Star Boats", "Boats"),
        (" includes the mayor", ""),
        (" of the year", ""),
        (" voted in favour", ""),
        (" want changes", ""),
        (" in all cities", ""),
        (", people say", ""),
        (" congress", ""),
        (" of them", ""),
        ("", ""),
    ],
)
def test_the_unit(words, unit):
    found, end = unit_after("12" + words, 2)

    assert found == unit
    assert (end > 2) is bool(unit)


def test_a_share_is_of_something_in_the_singular():
    assert unit_after("half of the Danish delegation", 4, of_share=True) == ("delegation", 29)
    assert unit_after("half of the Danish delegation", 4) == ("", 4)
