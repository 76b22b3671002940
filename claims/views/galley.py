"""The annotated copy as rows for a page: the text's blocks, and beside each the marks of its claims."""

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from claims.models import Claim, Colour, Outcome
from claims.text import Role
from claims.text.runs import Run, cut
from claims.workflow import Status

# What is done with a claim, as the coverage bar sees it; the first that fits a paragraph names it.
STAGES = {
    "suggested": {Status.SUGGESTED},
    "open": {Status.OPEN},
    "in_work": {Status.IN_CHECK, Status.AWAITING_SECOND_CHECK, Status.AWAITING_SIGN_OFF},
    "passed": {Status.RESOLVED},
}
STAGE_WORDS = {
    "passed": _("passed"),
    "in_work": _("in work"),
    "open": pgettext_lazy("status of a claim", "open"),
    "suggested": _("to judge"),
    "": _("nothing to check"),
}
UNMARKED = {Status.DISMISSED, Status.CLOSED}
JUDGED = {Status.AWAITING_SECOND_CHECK, Status.AWAITING_SIGN_OFF, Status.RESOLVED}
TOGETHER = {Role.FURNITURE, Role.LIST_ITEM}  # neighbours of these roles are drawn as one


@dataclass
class Mark:
    """A claim and the number it bears in the margin."""

    claim: Claim
    number: int
    current: bool = False

    @cached_property
    def problem(self) -> bool:  # asked for wherever the claim is drawn, several times a page
        """The words cannot stay: rated in red, or to be fixed or cut."""
        verdict = self.claim.verdict
        return (
            self.claim.status in JUDGED
            and verdict is not None
            and (verdict.outcome in {Outcome.FIX, Outcome.CUT} or verdict.rating.colour == Colour.RED)
        )


@dataclass
class Row:
    """One block of the copy: its runs, the marks of the claims that begin in it."""

    number: int
    role: str
    start: int
    runs: list[Run]
    marks: list[Mark] = field(default_factory=list)
    stage: str = ""  # of STAGES; empty: nothing to check


@dataclass
class Galley:
    """`groups` are lists of rows, each a heading or paragraph alone, or furniture or list items together."""

    groups: list[list[Row]]
    marks: dict[int, Mark]

    @property
    def coverage(self) -> list[Row]:
        return [row for group in self.groups for row in group if row.role != Role.FURNITURE]

    @property
    def stages(self) -> list[tuple[str, str, int]]:
        """How many paragraphs are at each stage: what the coverage bar says in words."""
        stages = [row.stage for row in self.coverage]
        return [
            (stage, str(STAGE_WORDS[stage]), stages.count(stage)) for stage in STAGE_WORDS if stage in stages
        ]


def galley(revision, claims, current=None, blocks=None, facts=()):
    """The copy of `revision` with `claims`, an iterable in the order of the text.

    `current` is the id of the claim in focus: it is marked even if it was dismissed. `blocks` are
    those to show, if not all. `facts` are those in no claim: they get a line of their own.
    """
    blocks = revision.blocks if blocks is None else blocks
    marks = {
        claim.pk: Mark(claim, number, claim.pk == current)
        for number, claim in enumerate(claims, 1)  # dismissed ones keep theirs: no other number shifts
        if claim.status not in UNMARKED or claim.pk == current
    }
    stretches = [(block["start"], block["end"]) for block in blocks]
    spans = [(pk, mark.claim.start, mark.claim.end) for pk, mark in marks.items()]
    spans += [(fact, fact.start, fact.end) for fact in facts]
    cuts = cut(revision.text, stretches, spans)
    rows = [
        Row(number, block["role"], block["start"], _without_trailing_space(runs))
        for number, (block, runs) in enumerate(zip(blocks, cuts, strict=True), 1)
    ]
    starts = [row.start for row in rows]
    for mark in marks.values():
        if place := bisect_right(starts, mark.claim.start):
            rows[place - 1].marks.append(mark)
    for row in rows:
        covering = {line.key for run in row.runs for line in run.lines} & marks.keys()
        statuses = {marks[key].claim.status for key in covering}
        row.stage = _stage(statuses | {mark.claim.status for mark in row.marks})
    return Galley(_groups(rows), marks)


def excerpt(claim, around=1):
    """The copy around `claim`: the blocks it stands in, and `around` more before and after."""
    blocks = [block for block in claim.revision.blocks if block["role"] != Role.FURNITURE]
    inside = [
        n for n, block in enumerate(blocks) if block["start"] < claim.end and block["end"] > claim.start
    ]
    first, last = (inside[0], inside[-1]) if inside else (0, -1)
    return galley(claim.revision, [claim], claim.pk, blocks[max(0, first - around) : last + around + 1])


def _without_trailing_space(runs):
    """A block's last line break is the gap to the next one, which the page draws itself."""
    if not runs:
        return runs
    last = runs[-1]._replace(text=runs[-1].text.rstrip())
    return [*runs[:-1], last] if last.text else _without_trailing_space(runs[:-1])


def _stage(statuses):
    return next((stage for stage, members in STAGES.items() if statuses & members), "")


def _groups(rows):
    groups: list[list[Row]] = []
    for row in rows:
        if groups and row.role in TOGETHER and groups[-1][-1].role == row.role:
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups
