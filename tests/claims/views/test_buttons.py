import pytest

from claims.views.buttons import buttons, can
from claims.workflow import Status
from tests.factories import ClaimFactory, VerdictFactory

TABLE = [  # who, status, who holds it, the buttons
    ("reviewer", Status.SUGGESTED, None, ["accept", "dismiss"]),
    ("viewer", Status.SUGGESTED, None, []),
    ("admin", Status.OPEN, None, []),
    ("reviewer", Status.OPEN, None, ["take"]),
    ("editor", Status.OPEN, None, ["take", "dismiss"]),
    ("reviewer", Status.IN_CHECK, "reviewer", ["release", "dismiss"]),
    ("reviewer", Status.IN_CHECK, "editor", []),
    ("editor", Status.IN_CHECK, "reviewer", ["release", "dismiss"]),
    ("reviewer", Status.DISMISSED, None, ["restore"]),
    ("reviewer", Status.CLOSED, None, []),
]


@pytest.mark.parametrize(("person", "status", "holder", "expected"), TABLE)
def test_buttons_are_what_may_be_done_now(request, article, person, status, holder, expected):
    claim = ClaimFactory(article=article, status=status, assignee=holder and request.getfixturevalue(holder))

    drawn = buttons(request.getfixturevalue(person), claim)

    assert [button.name for button in drawn] == expected
    assert all(button.url == f"/claims/{claim.pk}/{button.name}/" for button in drawn)


def test_only_the_author_of_a_verdict_withdraws_it(reviewer, second_reviewer, article):
    claim = ClaimFactory(article=article, status=Status.AWAITING_SIGN_OFF)
    claim.verdict = VerdictFactory(claim=claim, author=reviewer)

    assert [button.name for button in buttons(reviewer, claim)] == ["withdraw"]
    assert buttons(second_reviewer, claim) == []


def test_only_the_holder_proposes(reviewer, editor, article):
    claim = ClaimFactory(article=article, status=Status.IN_CHECK, assignee=reviewer)

    assert can(reviewer, claim, "propose")
    assert not can(editor, claim, "propose")
