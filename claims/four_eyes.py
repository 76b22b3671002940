"""Four eyes: author, checker, second checker and approver of a claim are different people.

The one table of who may not be whom. `policy` asks it under every door; what a row can hold of it the
database refuses by itself, see `SignOff` and `Waiver`.
"""

from django.utils.translation import gettext_lazy as _

from claims.models import Standing
from claims.workflow import Status

# Who has the first part in a claim does not take the second one.
FOUR_EYES = {
    ("author", "checker"): _("Four eyes: the author of an article neither checks nor signs off its claims."),
    ("author", "second_checker"): _("Four eyes: the author of an article does not give the second verdict."),
    ("author", "approver"): _("Four eyes: the author of an article neither checks nor signs off its claims."),
    ("checker", "second_checker"): _(
        "Four eyes: the second verdict is given by somebody other than the first."
    ),
    ("checker", "approver"): _(
        "Four eyes: a verdict is signed off by somebody other than the person who proposed it."
    ),
    ("second_checker", "approver"): _(
        "Four eyes: a verdict is signed off by somebody who gave neither of the two."
    ),
}
WHO_IS = {  # the id of who has a part in a claim, or None; nobody approved it yet
    "author": lambda claim: claim.article.author_id,
    "checker": lambda claim: _author_of(claim.verdict or first_verdict(claim)),
    "second_checker": lambda claim: _author_of(claim.second_verdict),
}


def free_for(part):
    """The rule for `part`, as in `policy.steps`: it refuses who has another part in the claim."""

    def rule(claim):
        taken = {other: WHO_IS[other](claim) for other, of in FOUR_EYES if of == part}
        return lambda user: next(
            (str(FOUR_EYES[other, part]) for other, pk in taken.items() if pk == user.pk), ""
        )

    return rule


def first_verdict(claim):
    """The verdict on `claim` that waits for its second, or None."""
    if claim.status != Status.AWAITING_SECOND_CHECK:
        return None
    return claim.verdicts.filter(standing=Standing.BLIND).first()


def _author_of(verdict):
    return verdict and verdict.author_id
