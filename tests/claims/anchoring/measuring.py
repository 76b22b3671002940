"""How often an edit gets its right name."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from claims.anchoring import Change, anchor
from claims.text import normalise
from tests.claims.anchoring.cases import Case, cases

SERIOUS = frozenset({Change.SAME, Change.MOVED, Change.WORDING_CHANGED})


class Score(NamedTuple):
    """Cases by edit, those called right; `passed` changed a fact and were let pass; `others` are the claims
    beside the edited one, called right or not; `wrong` are examples."""

    all: Counter[str]
    right: Counter[str]
    passed: list[Case]
    others: Counter[bool]
    wrong: list[tuple[Case, str]]


def measured(files: Iterable[Path], most: int) -> Score:
    score = Score(Counter(), Counter(), [], Counter(), [])
    for seed, file in enumerate(files):
        for case in cases(normalise(file.read_text("utf-8")), seed, most):
            add(score, case)
    return score


def add(score: Score, case: Case) -> None:
    found = anchor(case.old, case.new, case.spans)
    meant, wanted = found[case.edited].change, case.wanted[case.edited]
    score.all[case.edit] += 1
    score.right[case.edit] += meant == wanted
    if meant != wanted:
        score.wrong.append((case, f"{meant.value}: {found[case.edited].why}"))
    if wanted == Change.FACT_CHANGED and meant in SERIOUS:
        score.passed.append(case)
    for n, one in enumerate(found):
        if n != case.edited and case.wanted[n] is not None:
            score.others[one.change == case.wanted[n]] += 1
