import pytest

from claims.intake.statements import is_statement


@pytest.mark.parametrize(
    "words",
    [
        "Terms of the deal were not disclosed.",
        "Editing by machine cured 14 patients.",
        "The minister said: “It is over.”",
        "The post has been shared 40,000 times.",
        "Pictures of the ship were found in his flat.",
    ],
)
def test_what_is_said_of_the_world(words):
    assert is_statement(words)


@pytest.mark.parametrize(
    "words",
    [
        "Sign up for unlimited access.",
        "Get alerts, delivered weekday mornings.",
        "Comments are closed.",
        "Opinions expressed by contributors are their own.",
        "This article was amended on 5 November.",
        "You have read all of it.",
        "Sharing is caring!",
        "Photographs of the bridge are available for download.",
        "Was it worth it?",
        "Terms were agreed at 11:08 a.m.",
        "Talks were held",
        "Talks were held in the harb...",
    ],
)
def test_what_is_said_to_the_reader_or_not_to_its_end(words):
    assert not is_statement(words)
