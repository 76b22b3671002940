import pytest

from claims.extraction import clauses


def only_clause(sentence):
    (clause,) = clauses.main_clauses(sentence)
    return clause


@pytest.mark.parametrize(
    ("annotated", "aspect"),
    [
        ("talks/NNS/nsubj/1 failed/VBD/ROOT", "something that happened"),
        ("talks/NNS/nsubjpass/2 were/VBD/auxpass/2 held/VBN/ROOT", "something that happened"),
        ("talks/NNS/nsubj/2 have/VBP/aux/2 failed/VBN/ROOT", "something that has happened"),
        ("talks/NNS/nsubj/2 may/MD/aux/2 fail/VB/ROOT", "a prediction"),
        ("talks/NNS/nsubj/2 are/VBP/aux/2 going/VBG/ROOT to/TO/aux/4 fail/VB/xcomp/2", "a prediction"),
        ("talks/NNS/nsubj/1 fail/VBP/ROOT", "how things stand"),
        ("fail/VB/ROOT", ""),
    ],
)
def test_what_a_clause_does(sentence, annotated, aspect):
    reading = sentence(annotated)

    assert clauses.aspect(reading, only_clause(reading)) == aspect


def test_a_joined_clause_is_a_main_clause_and_shares_the_subject(sentence):
    reading = sentence("Putin/NNP/nsubj/1 came/VBD/ROOT and/CC/cc/1 left/VBD/conj/1")

    assert [(clause.verb, clause.subject) for clause in clauses.main_clauses(reading)] == [(1, 0), (3, 0)]


def test_what_is_said_is_no_main_clause_unless_it_comes_first(sentence):
    after = sentence("he/PRP/nsubj/1 said/VBD/ROOT talks/NNS/nsubj/3 failed/VBD/ccomp/1")
    before = sentence("talks/NNS/nsubj/1 failed/VBD/ccomp/3 he/PRP/nsubj/3 said/VBD/ROOT")

    assert [clause.verb for clause in clauses.main_clauses(after)] == [1]
    assert [clause.verb for clause in clauses.main_clauses(before)] == [3, 1]


def test_without_a_parse_there_are_no_clauses(sentence):
    assert list(clauses.main_clauses(sentence("talks failed"))) == []


@pytest.mark.parametrize(
    ("annotated", "entities", "named"),
    [
        ("Peskov/NNP/nsubj/1 left/VBD/ROOT", {}, True),
        ("Ukrainian/JJ/amod/1 officials/NNS/nsubj/2 left/VBD/ROOT", {"NORP": "0:1"}, True),
        ("tall/JJ/amod/1 officials/NNS/nsubj/2 left/VBD/ROOT", {}, False),
        ("Russia/NNP/poss/2 's/POS/case/0 gesture/NN/nsubj/3 failed/VBD/ROOT", {"GPE": "0:1"}, False),
    ],
)
def test_who_acts(sentence, annotated, entities, named):
    reading = sentence(annotated, **entities)

    assert clauses.is_named(reading, only_clause(reading).subject) is named


def test_a_thing_interprets_a_person_reports(sentence):
    thing = sentence("the/DT/det/1 offer/NN/nsubj/2 suggests/VBZ/ROOT weakness/NN/dobj/2")
    person = sentence("Peskov/NNP/nsubj/1 suggests/VBZ/ROOT talks/NNS/dobj/1")

    assert clauses.is_interpretation(thing, only_clause(thing))
    assert not clauses.is_interpretation(person, only_clause(person))


def test_a_comment_points_back(sentence):
    comment = sentence("This/DT/nsubj/1 helps/VBZ/ROOT")
    statement = sentence("Aid/NN/nsubj/1 helps/VBZ/ROOT")

    assert clauses.points_back(comment, only_clause(comment))
    assert not clauses.points_back(statement, only_clause(statement))


def test_the_judging_word_of_a_clause(sentence):
    judged = sentence("talks/NNS/nsubj/1 are/VBP/ROOT a/DT/det/4 great/JJ/amod/4 success/NN/attr/1")
    plain = sentence("talks/NNS/nsubj/1 are/VBP/ROOT over/JJ/acomp/1")

    assert clauses.judgement(judged, only_clause(judged)) == 3
    assert clauses.judgement(plain, only_clause(plain)) is None


@pytest.mark.parametrize(
    ("annotated", "place", "verb"),
    [
        ("Putin/NNP said/VBD", 1, True),
        ("United/NNP States/NNP", 1, False),
        ("calls/NNS for/IN talks/NNS", 0, False),
        ("so/RB -/HYPH called/VBN", 2, False),
        ("stated/VBN/amod/1 aims/NNS", 0, False),
        ("said", 0, True),
    ],
)
def test_a_verb_of_saying_is_a_verb(sentence, annotated, place, verb):
    assert clauses.is_verb(sentence(annotated), place) is verb
