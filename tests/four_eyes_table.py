"""Who may take which step by the part they have in a claim: the table that test_four_eyes.py enumerates.

A cell names the roles that may, by their first letters; every other role gets 403 there. "E 409": for
editors it is the wrong moment. None: nobody has this part yet. Whoever is on another desk, or is not named
on a restricted article, gets 404 whatever their role; who is named counts as a colleague.
"""

from typing import Any, NamedTuple

ROLES = {"V": "viewer", "R": "reviewer", "E": "editor", "A": "admin"}
PARTS = ("author", "checker", "second_checker", "approver", "colleague")  # a colleague has none of the others
UNSEEN = ("other_desk", "not_named")
RELATIONS = (*PARTS, "named", *UNSEEN)


class Step(NamedTuple):
    """What is done where a claim, fix or article stands at `moment` (see `Scene` in the test).

    `may` has a cell for each of PARTS. `page` and `api` are names of routes, `bulk` a step of many claims,
    `command` the words of one; "": there is no such door. What is sent: words in capitals stand for ids.
    """

    moment: str
    may: tuple[str | None, ...]
    page: str = ""
    api: str = ""
    bulk: str = ""
    command: str = ""
    sent: dict[str, Any] | None = None  # to the API, and to the page where it is sent nothing else
    form: dict[str, Any] | None = None


def claim_step(name, moment, *may, sent=None, form=None):
    """A step of a claim that has all three doors."""
    return Step(moment, may, f"claim-{name}", f"api-claim-{name}", name, sent=sent, form=form)


def fix_step(name, moment, *may, sent=None):
    return Step(moment, may, f"fix-{name}", f"api-fix-{name}", sent=sent)


WHY = {"reason": "Because.", "note": "Because."}
SOURCE = {"kind": "primary", "locator": "The register", "stance": "supports"}
VERDICT = {"rating": "RATING", "rationale": "So it says.", "evidence": ["EVIDENCE"], "confidence": "high"}
TYPED_SOURCE = {f"evidence-{name}": value for name, value in (SOURCE | {"terms": "on_record"}).items()}
TYPED_VERDICT = {f"verdict-{name}": value for name, value in VERDICT.items()}
FIRST, SECOND = {"verdict": "FIRST", **WHY}, {"verdict": "SECOND", **WHY}

NEWER = "The harbour has 1,100 berths. It opened in 1987."
ALL = "VREA"
STEPS = {
    #                                               author  checker  second  approver  colleague
    "accept": claim_step("accept", "suggested", "RE", None, None, None, "RE"),
    "dismiss a suggestion": claim_step("dismiss", "suggested", "RE", None, None, None, "RE", sent=WHY),
    "dismiss": claim_step("dismiss", "open", "E R409", None, None, None, "E R409", sent=WHY),
    "take": claim_step("take", "open", "", None, None, None, "RE"),
    "plan": Step("open", ("E", None, None, None, "E"), "claim-plan", form={"plan-risk": "high"}),
    "add evidence": Step(
        "open",
        ("RE", None, None, None, "RE"),
        "claim-evidence",
        "api-claim-evidence",
        "",
        "",
        SOURCE,
        TYPED_SOURCE,
    ),
    "release": claim_step("release", "held", "RE", None, None, None, "RE"),
    "propose": Step(
        "held",
        ("", None, None, None, "RE"),
        "claim-propose",
        "api-claim-verdicts",
        "",
        "",
        VERDICT,
        TYPED_VERDICT,
    ),
    "propose, held by another": Step(
        "open",
        ("", None, None, None, "RE409"),
        "claim-propose",
        "api-claim-verdicts",
        "",
        "",
        VERDICT,
        TYPED_VERDICT,
    ),
    "take the second check": claim_step("take", "blind", "", "", None, None, "R"),
    "give the second verdict": Step(
        "blind, held",
        ("", "", None, None, "R"),
        "claim-propose",
        "api-claim-verdicts",
        "",
        "",
        VERDICT,
        TYPED_VERDICT,
    ),
    "withdraw the first": claim_step("withdraw", "blind", "", "RE", None, None, ""),
    "withdraw": claim_step("withdraw", "judged", "", "RE", None, None, ""),
    "withdraw one of two": claim_step("withdraw", "judged twice", "", "RE409", "", None, ""),
    "return": claim_step("return", "judged", "", "", None, None, "E", sent=WHY),
    "return both": claim_step("return", "judged twice", "", "", "", None, "E", sent=WHY),
    "sign off": claim_step("sign-off", "judged", "", "", None, None, "E", sent=FIRST, form={"seen": "FIRST"}),
    "sign off the first": claim_step(
        "sign-off", "judged twice", "", "", "", None, "E", sent=FIRST, form={"seen": "FIRST", **WHY}
    ),
    "sign off the second": claim_step(
        "sign-off", "judged twice", "", "", "", None, "E", sent=SECOND, form={"seen": "SECOND", **WHY}
    ),
    "sign off what was given blind": claim_step(
        "sign-off", "blind", "", "", None, None, "E409", sent=FIRST, form={"seen": "FIRST"}
    ),
    "reopen": claim_step("reopen", "resolved", "E", "E", "E", "E", "E", sent=WHY),
    "say seen": claim_step("seen", "resolved", "", "RE", "RE", "RE", "RE"),
    "accept a fix": fix_step("accept", "fix asked", ALL, "E", "E", "E", "E"),
    "decline a fix": fix_step("decline", "fix asked", ALL, "E", "E", "E", "E", sent={"reason": "Because."}),
    "insist on a fix": fix_step(
        "insist", "fix declined", "", "E", "E", "E", "E", sent={"reason": "Because."}
    ),
    "waive a fix": fix_step("waive", "fix declined", "", "", "E", "E", "E", sent={"reason": "Because."}),
    "revise": Step(
        "checking",
        ("E", "E", "E", "E", "E"),
        "article-revise",
        "api-article-revisions",
        command="revise",
        sent={"text": "TEXT", "base": "REVISION"},
        form={"text": "TEXT", "base": "REVISION", "save": "on", "previewed": "SHA"},
    ),
    "say who sees the article": Step(
        "checking",
        ("E", "E", "E", "E", "E"),
        "article-readers",
        "api-article-readers",
        sent={"restricted_to": None},
        form={},
    ),
    "sign off the article": Step(
        "ready",
        ("", "E", "E", "E", "E"),
        "article-sign-off",
        "api-article-sign-off",
        sent={"revision": "REVISION"},
        form={"seen": "REVISION"},
    ),
    "reopen the article": Step(
        "signed", ("E", "E", "E", "E", "E"), "article-reopen", "api-article-reopen", sent={"note": "Because."}
    ),
}
