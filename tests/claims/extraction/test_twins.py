import pytest

from claims.extraction.twins import find_twins
from claims.text import Block, Role, Span


def article(*parts):
    """Each (role, sentence) a block: the sentences with their roles, the text, the blocks."""
    text, blocks, places = "", [], []
    for role, words in parts:
        start, text = len(text), f"{text}{words}\n\n"
        blocks.append(Block(role, start, len(text)))
        if role != Role.FURNITURE:
            places.append((role, Span(start, start + len(words))))
    return places, text, blocks


def twins(point, *body, role=Role.LIST_ITEM, heading="Key Takeaways"):
    parts = [(Role.FURNITURE, heading), (role, point), *((Role.PARAGRAPH, words) for words in body)]
    return find_twins(*article(*parts))


@pytest.mark.parametrize(
    ("point", "sentence"),
    [
        (
            "Construction is to begin in March 2027.",
            "Track construction is due to start in March 2027 and to last until 2030.",
        ),
        ("Unemployment rose to 7.4 percent in May", "In May, unemployment had risen to 7.4% again."),
        (
            "The council’s vote was 31 to 18.",
            "The vote of the council on Monday was 31 to 18, with two abstentions.",
        ),
        (
            "Brask voted to sell the old harbour to two private banks.",
            "It voted to sell the old harbour to two private banks.",
        ),
        ("Ms Torvald will not sell the port", "“We will not sell the port,” said Ms Torvald."),
        ("Rents rose 12% last year.", "Rents in Brask increased by 12 percent last year, the office said."),
        ("The mayor wants to sell two parks.", "Mayor Torvald wants to sell two of the city’s parks."),
        ("Company to cut 300 jobs", "The company will cut 300 jobs at its plant in Dunmarch."),
        ("No injuries to seals were found.", "In two years, no injuries to seals or porpoises were found."),
        ("Eight stops are planned in Saltmarsh.", "There are 8 stops planned in Saltmarsh."),
    ],
)
def test_a_point_that_the_body_says_too(point, sentence):
    assert twins(point, "Nothing of this kind.", sentence) == {0: 2}


@pytest.mark.parametrize(
    ("point", "sentence"),
    [
        ("Unemployment rose to 7.4 percent in May.", "Unemployment rose to 7.5 percent in May."),
        ("Unemployment rose to 7.4 percent in May.", "Unemployment fell to 7.4 percent in May."),
        ("The ministry pays 247 million crowns.", "The ministry pays 247 thousand crowns."),
        ("Brask voted to sell the harbour.", "Dunmarch voted to sell the harbour."),
        (
            "Brask voted to sell the old harbour to two private banks.",
            "Dunmarch voted to sell the old harbour to two private banks.",
        ),
        ("In June Brask beat Dunmarch at chess.", "In June Dunmarch beat Brask at chess."),
        ("Smith sued Jones over the port.", "Jones sued Smith over the port."),
        ("Smith sued Jones over the port.", "Smith was sued by Jones over the port."),
        ("Brask has 3 dogs and 2 cats.", "Brask has 2 dogs and 3 cats."),
        ("The tram costs 412 million crowns.", "The tram costs almost 412 million crowns."),
        ("Rents rose 12% last year.", "Rents rose 12% this year."),
        ("He resigned before the vote in Brask.", "He resigned after the vote in Brask."),
        ("The mayor will sell the old port.", "The mayor will not sell the old port."),
        ("The mayor sells the old port.", "The mayor may sell the old port."),
        (
            "The council of Brask approved the tram on Monday.",
            "The council of Brask shelved the tram on Monday.",
        ),
        ("It cost $40 million to build.", "It cost €40 million to build."),
        ("Three demands were made.", "Three were made."),
        ("The mayor accused the council of waste.", "The council accused the mayor of waste."),
        ("The bank was bought by the firm for a crown.", "The bank bought the firm for a crown."),
        ("Exports rose to 4 percent.", "Exports rose by 4 percent."),
        ("Exports from Brask grew in May.", "Exports to Brask grew in May."),
        ("The council closed 14 schools.", "The council almost closed 14 schools."),
        ("The council closed 14 schools.", "The council closed half of its 14 schools."),
        ("The council closed 14 schools.", "The council plans to close 14 schools."),
        ("The council closed 14 schools.", "The union claims that the council closed 14 schools."),
        ("Only 12 schools were opened in Brask.", "12 schools were opened in Brask."),
    ],
)
def test_another_number_name_verb_or_negation_is_another_claim(point, sentence):
    assert twins(point, sentence) == {}


def test_the_sentence_that_says_most_of_it_is_the_twin_and_of_equals_the_first():
    same = "Unemployment rose to 7.4 percent in May."

    assert twins(same, "The paper says so.", same, same) == {0: 2, 3: 2}


def test_a_headline_only_counts_when_it_is_nearly_the_same():
    point, longer = (
        "Brask sells its old port",
        "Brask sells its old port to a bank in Dunmarch for four crowns.",
    )

    assert twins(point, longer, role=Role.HEADLINE) == {}
    assert twins(point, "Brask is selling its old port.", role=Role.HEADLINE) == {0: 1}
    assert twins(point, longer, role=Role.PULL_QUOTE) == {0: 1}


def test_an_item_of_a_list_in_the_body_is_a_claim_of_its_own():
    places, text, blocks = article(
        (Role.PARAGRAPH, "Brask sells its old port to a bank."),
        (Role.SUBHEADING, "What is next"),
        (Role.LIST_ITEM, "Brask sold its old port to a bank."),
    )

    assert find_twins(places, text, blocks) == {}


def test_points_under_the_headline_need_no_heading_and_those_at_the_end_may_have_one():
    point, body = "Brask sells its old port to a bank.", "Brask sold its old port to a bank in May."
    head = article((Role.HEADLINE, "Port sold"), (Role.LIST_ITEM, point), (Role.PARAGRAPH, body))
    foot = article((Role.PARAGRAPH, body), (Role.SUBHEADING, "In brief"), (Role.LIST_ITEM, point))

    assert find_twins(*head) == {1: 2}
    assert find_twins(*foot) == {2: 0}


def test_a_sentence_that_stands_there_twice_counts_once():
    same = (Role.CAPTION, "The old port of Brask on Monday.")
    short = (Role.PARAGRAPH, "It is over.")

    assert find_twins(*article(same, short, same, short, same)) == {2: 0, 4: 0}


def test_a_sentence_about_whoever_was_named_before_may_be_about_two():
    born, caption = (Role.PARAGRAPH, "He was born in Brask."), (Role.CAPTION, "He was born in Brask.")
    mayor, treasurer = (Role.PARAGRAPH, "Mr Lund spoke."), (Role.PARAGRAPH, "Mr Moe spoke.")

    assert find_twins(*article(mayor, born, treasurer, born)) == {}
    assert find_twins(*article(caption, caption)) == {1: 0}


def test_where_no_claim_can_stand_nothing_is_said_first():
    words = "Jane Doe is an editor of this paper."
    byline, first, again = (Role.BYLINE, words), (Role.PARAGRAPH, words), (Role.QUOTE, words)

    assert find_twins(*article(byline, first, again, byline)) == {2: 1}


def test_the_twin_of_a_sentence_that_stands_there_twice_is_the_first():
    body = (Role.PARAGRAPH, "Brask sold its old port to a bank.")

    assert find_twins(*article((Role.LIST_ITEM, "Brask sells its old port."), body, body)) == {0: 1, 2: 1}


def test_ten_thousand_equal_points_are_found_in_time():
    point = (Role.LIST_ITEM, "Brask sells its old port to a bank.")
    body = (Role.PARAGRAPH, "Brask sold its old port to a bank.")

    found = find_twins(*article(*[point] * 10_000, *[body] * 10_000))  # quadratic work takes hours

    assert set(found.values()) == {10_000}
