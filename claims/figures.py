"""How good the search for claims is, by what people made of its suggestions."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from django.utils.text import Truncator, capfirst

from claims.labels import Label

ENOUGH = 20  # of fewer no share is told: one claim more would move it by 5 points
MOST_REASONS = 10
REASONS_KEPT = 2_000  # reasons are free text: beyond these the rare ones are forgotten, so memory is bounded
LONGEST_REASON = 80  # characters


class Share(NamedTuple):
    """`part` of `whole`: all, or those of one desk, kind or cue."""

    name: str
    part: int
    whole: int

    @property
    def ratio(self) -> float | None:
        """0 to 1; None where there is too little to tell."""
        return self.part / self.whole if self.whole >= ENOUGH else None


class Figures(NamedTuple):
    """Precision is accepted of judged suggestions, recall is accepted suggestions of all claims wanted.

    A claim with several cues counts under each. Recall knows only of the claims that somebody marked by
    hand: what nobody noticed is in no figure.
    """

    precision: Share
    by_desk: list[Share]
    by_kind: list[Share]
    by_cue: list[Share]
    recall: Share
    recall_by_desk: list[Share]
    reasons: list[tuple[str, int]]


class Tally:
    """Counts as labels go by: a name's accepted and all."""

    def __init__(self) -> None:
        self.part: Counter[str] = Counter()
        self.whole: Counter[str] = Counter()

    def add(self, name: str, counts: bool) -> None:
        self.whole[name] += 1
        self.part[name] += counts

    def shares(self) -> list[Share]:
        """Most frequent first."""
        ordered = sorted(self.whole.items(), key=lambda item: (-item[1], item[0]))
        return [Share(name, self.part[name], whole) for name, whole in ordered]

    def all(self) -> Share:
        return Share("all", self.part.total(), self.whole.total())


def figures(labels: Iterable[Label]) -> Figures:
    """Read `labels` once and count; memory does not grow with their number."""
    desks, kinds, cues, wanted = Tally(), Tally(), Tally(), Tally()
    reasons: Counter[str] = Counter()
    for label in labels:
        if label.check_worthy:
            wanted.add(label.desk, label.by_machine)
        if label.by_machine:
            desks.add(label.desk, label.check_worthy)
            kinds.add(label.kind, label.check_worthy)
            for cue in label.cues:
                cues.add(cue, label.check_worthy)
            if not label.check_worthy:
                reasons[_folded(label.reason)] += 1
                if len(reasons) > REASONS_KEPT:
                    reasons = Counter(dict(reasons.most_common(REASONS_KEPT // 2)))
    return Figures(
        precision=desks.all(),
        by_desk=desks.shares(),
        by_kind=kinds.shares(),
        by_cue=cues.shares(),
        recall=wanted.all(),
        recall_by_desk=wanted.shares(),
        reasons=reasons.most_common(MOST_REASONS),
    )


def _folded(reason: str) -> str:
    """ "an  opinion." and "An opinion" are the same reason."""
    return Truncator(capfirst(" ".join(reason.split()).rstrip("."))).chars(LONGEST_REASON)
