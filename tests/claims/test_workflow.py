"""The table of the product page, move by move."""

import itertools

import pytest

from claims.workflow import ARTICLE_MOVES, MOVES, STEPS, ArticleStatus, Status, check_move

# Written out again on purpose, from the product page and not from the code.
LEGAL = {
    "suggested": "open dismissed closed",
    "open": "in_check dismissed closed",
    "in_check": "in_check open awaiting_second_check awaiting_sign_off dismissed closed",
    "awaiting_second_check": "awaiting_second_check awaiting_sign_off in_check open closed",
    "awaiting_sign_off": "in_check open resolved closed",
    "resolved": "in_check open closed",
    "dismissed": "open closed",
    "closed": "",
}
LEGAL_FOR_ARTICLES = {
    "received": "received extracting extraction_failed",
    "extracting": "extracting checking ready extraction_failed",
    "extraction_failed": "extracting",
    "checking": "checking ready signed_off",
    "ready": "checking signed_off",
    "signed_off": "checking closed",
    "closed": "checking",
}


@pytest.mark.parametrize(("source", "target"), list(itertools.product(Status, Status)))
def test_every_move_of_a_claim(source, target):
    legal = target.value in LEGAL[source.value].split()

    if legal:
        check_move(MOVES, source, target)
    else:
        with pytest.raises(ValueError, match="does not lead to"):
            check_move(MOVES, source, target)


@pytest.mark.parametrize(("source", "target"), list(itertools.product(ArticleStatus, ArticleStatus)))
def test_every_move_of_an_article(source, target):
    legal = target.value in LEGAL_FOR_ARTICLES[source.value].split()

    assert (target in ARTICLE_MOVES[source]) == legal


def test_every_step_begins_where_the_product_page_says():
    begins = {step: {status.value for status in statuses} for step, statuses in STEPS.items()}

    assert begins == {
        "accept": {"suggested"},
        "dismiss": {"suggested", "open", "in_check"},
        "restore": {"dismissed"},
        "take": {"open", "awaiting_second_check"},
        "assign": {"open", "in_check", "awaiting_second_check"},
        "release": {"in_check", "awaiting_second_check"},
        "propose": {"in_check", "awaiting_second_check"},
        "withdraw": {"awaiting_sign_off", "awaiting_second_check"},
        "sign_off": {"awaiting_sign_off"},
        "return": {"awaiting_sign_off"},
        "reopen": {"resolved"},
    }
