import pytest

from claims.extraction.quotations import quoted
from claims.extraction.sources import label_of, source_of


def source_in(reads, text):
    reading, _signals = reads(text)
    found = source_of(reading, quoted(text).spans)
    return found and (found.text or found.pronoun)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The army has lost 40 tanks, the general told reporters.", "general"),
        ("The club was accused by its treasurer, Marta Lund, of hiding debts.", "Marta Lund"),
        ("By declaring that he would wait, Zelensky threw down a challenge.", "Zelensky"),
        ("In a statement, the ministry said the bridge was safe.", "ministry"),
        ("Lindgren’s office said he would return.", "Lindgren’s office"),
        ("Ministers and officials said the plan would cost nothing.", "ministers and officials"),
        ("The mayor likes to say that tenants save 95 crowns.", "mayor"),
        ("Many analysts are confident that prices will fall.", "analysts"),
        ("The economist put the price at 290 million.", "economist"),
        ("“The minister said no,” Hannah Smith told reporters.", "Hannah Smith"),
        ("Moscow’s insistence that talks go on is a sham.", "Moscow"),
        ("A study found that prices had doubled.", "study"),
        ("The office expects 16,500 passengers a day.", "office"),
        ("“We came here to win.” – Oona Castellane", "Oona Castellane"),
        ("The truce is “paper”, the minister was quoted as saying by the agency.", "minister"),
        ("A statement from the Kremlin noted that talks go on.", "Kremlin"),
        ("“This follows a pattern,” the group Human Rights Monitor wrote.", "Human Rights Monitor"),
        (
            "The Institute for Conflict Studies estimates the figure at 35 percent.",
            "Institute for Conflict Studies",
        ),
        ("Reports from the front indicate that towns were taken.", "reports"),
        ("“It runs,” Jane Doe, head of Norvan Games, told The Harbour Times.", "Jane Doe"),
        ("According to WHO, 40 people died.", "WHO"),
        ("The mayor assured residents that the bridge was safe.", "mayor"),
        ("The mayor called the plan a sham.", "mayor"),
        ("The city was, as Doe put it, lost.", "Doe"),
        # Nobody is quoted, whatever verbs stand there.
        ("Everyone called him Mike.", None),
        ("The doctor called an ambulance.", None),
        ("Doe wrote 12 novels.", None),
        ("The other 28 people showed no signs of flu.", None),
        ("Doe still found it hard to talk.", None),
        ("The jury took an hour to find that she lied.", None),
        ("The agency is denying vaccines to families.", None),
        ("Doe put it away after the break.", None),
        ("Monday’s announcement that the bridge would close shocked many.", None),
        ("The flood claimed 12 lives.", None),
        ("If the team shows up, the match will begin.", None),
        ("The police found a knife.", None),
        ("The club reportedly owes two million.", None),
        ("The clerk told the man to leave.", None),
        ("As any player will tell you, it takes time.", None),
        ("The background of Norway’s announcement weakens its effect.", None),
        ("It has the pipes that the board demanded.", None),
        ("The move suggested weakness.", None),
        ("The stadium is said to be worth 30 million.", None),
    ],
)
def test_whom_a_sentence_names(reads, text, source):
    assert source_in(reads, text) == source


def test_a_pronoun_stays_one(reads):
    assert source_in(reads, "She told us that it was over.") == "she"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("HOST: Good morning.", "HOST"),
        ("Q: Why?", "Q"),
        ("Ilse Torvald: I was born there.", "Ilse Torvald"),
        ("the reason: money", ""),
        ("At 10:30 it began.", ""),
    ],
)
def test_the_label_of_a_turn(text, label):
    assert label_of(text) == label
