"""Roles × parts in a claim × steps × doors, from one table; and what the database refuses by itself."""

import hashlib
from io import StringIO
from itertools import product

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from accounts import tokens
from claims import search
from claims.four_eyes import FOUR_EYES
from claims.models import FixState, SignOff, Standing, Waiver
from claims.workflow import ArticleStatus, Status
from tests.factories import (
    ArticleFactory,
    ClaimFactory,
    EvidenceFactory,
    FixFactory,
    RatingFactory,
    RatingScaleFactory,
    UserFactory,
    VerdictFactory,
)
from tests.four_eyes_table import NEWER, PARTS, RELATIONS, ROLES, STEPS, UNSEEN

DOORS = ("page", "api", "bulk", "command")
DONE = {"page": 302, "api": 200, "bulk": 200, "command": 200}
CODES = {"permission_denied": 403, "not_found": 404}  # of bulk, which answers for each claim


def expected(step, relation, letter, door):
    """The status that the table declares, or None where nobody has this part yet."""
    if relation in UNSEEN:
        return 404
    cell = step.may[PARTS.index("colleague" if relation == "named" else relation)]
    if cell is None:
        return None
    for word in cell.split():
        letters = word.rstrip("0123456789")
        if letter in letters:
            return int(word.removeprefix(letters) or DONE[door])
    return 403


class Scene:
    """Articles and claims at every moment, with `person` in one part and somebody else in all others."""

    def __init__(self, relation, role, cast, desk, other_desk):
        self.person = UserFactory(role=role, desks=[other_desk if relation == "other_desk" else desk])
        self.cast = cast | ({relation: self.person} if relation in cast else {})
        self.relation, self.desk = relation, desk
        self.scale = RatingScaleFactory()
        self.rating = RatingFactory(scale=self.scale)
        self.articles, self.rows, self.ids = {}, {}, {}

    def at(self, moment):
        """The claim, fix or article at this moment, and the ids that a step may name."""
        if moment not in self.rows:
            self.rows[moment], self.ids[moment] = self.made(moment)
        return self.rows[moment], self.ids[moment]

    def made(self, moment):
        match moment:
            case "suggested":
                return self.claim(Status.SUGGESTED)
            case "open":
                return self.claim(Status.OPEN)
            case "held":
                return self.claim(Status.IN_CHECK, assignee=self.person)
            case "blind":
                return self.claim(Status.AWAITING_SECOND_CHECK, 1)
            case "blind, held":
                return self.claim(Status.AWAITING_SECOND_CHECK, 1, assignee=self.person)
            case "judged":
                return self.claim(Status.AWAITING_SIGN_OFF, 1)
            case "judged twice":
                return self.claim(Status.AWAITING_SIGN_OFF, 2)
            case "resolved":
                return self.claim(Status.RESOLVED, 2, wants_a_glance=True)
            case "fix asked" | "fix declined":
                claim, ids = self.claim(Status.RESOLVED, 2)
                state = FixState.ASKED if moment == "fix asked" else FixState.DECLINED
                return FixFactory(claim=claim, verdict=claim.verdict, state=state, reason="No."), ids
            case "checking":
                article = self.article(ArticleStatus.CHECKING)
            case "ready":
                article = self.article(ArticleStatus.READY)
                self.claim(Status.RESOLVED, 2, article=article)
            case "signed":
                article = self.article(ArticleStatus.SIGNED_OFF)
                approver = self.cast["approver"]
                SignOff.objects.create(article=article, revision=article.revision, by=approver)
        return article, {"REVISION": article.revision_id}

    def article(self, status):
        if status not in self.articles:
            restricted = self.relation in ("named", "not_named")
            article = ArticleFactory(
                desk=self.desk,
                status=status,
                writer=self.cast["author"],
                scale=self.scale,
                restricted=restricted,
            )
            article.readers.set(self.cast.values())
            if self.relation == "named":
                article.readers.add(self.person)
            self.articles[status] = article
        return self.articles[status]

    def claim(self, status, verdicts=0, *, article=None, **fields):
        """A claim with so many verdicts, signed off where it is resolved."""
        article = article or self.article(ArticleStatus.CHECKING)
        end = article.claims.count() + 2
        claim = ClaimFactory(article=article, end=end, status=status, **fields)
        search.add_claims([claim.pk])
        evidence = EvidenceFactory(claim=claim)
        ids = {"RATING": self.rating.slug, "EVIDENCE": evidence.pk}
        standing = Standing.BLIND if status == Status.AWAITING_SECOND_CHECK else Standing.PROPOSED
        given = []
        for part, name in (("checker", "FIRST"), ("second_checker", "SECOND"))[:verdicts]:
            verdict = VerdictFactory(
                claim=claim, author=self.cast[part], rating=self.rating, standing=standing
            )
            verdict.evidence.add(evidence)
            given.append(verdict)
            ids[name] = verdict.pk
        if given and standing == Standing.PROPOSED:
            claim.verdict, claim.second_verdict = (*given, None)[:2]
            claim.save()
        if status == Status.RESOLVED:
            four = {
                "by": "approver",
                "author": "author",
                "checker": "checker",
                "second_checker": "second_checker",
            }
            people = {field: self.cast[part] for field, part in four.items()}
            SignOff.objects.create(
                article=article, revision=claim.revision, claim=claim, verdict=given[0], **people
            )
        return claim, ids


class Doors:
    """Takes steps as one person; no step leaves anything behind."""

    def __init__(self, person, folder):
        self.person, self.folder = person, folder
        self.browser, self.script = Client(), Client()
        self.browser.force_login(person)
        _, raw = tokens.make(person, name="script", scope="write", by=person)
        self.key = {"Authorization": f"Token {raw}"}

    def take(self, step, door, row, ids):
        """The status of the answer."""
        with transaction.atomic():
            status = getattr(self, door)(step, row, ids)
            transaction.set_rollback(True)
        return status

    def page(self, step, row, ids):
        body = filled(step.sent if step.form is None else step.form, ids)
        if "evidence-kind" not in body and "EVIDENCE" in ids and "verdict-rating" in body:
            body["verdict-rating"] = row.article.scale.ratings.get().pk
        return self.browser.post(reverse(step.page, args=[row.pk]), body).status_code

    def api(self, step, row, ids):
        status = self._post(reverse(step.api, args=[row.pk]), filled(step.sent, ids)).status_code
        return 200 if status == 201 else status

    def bulk(self, step, row, ids):
        body = filled(step.sent, ids) | {"ids": [row.pk], "step": step.bulk}
        [became] = self._post(reverse("api-claims-bulk"), body).json()
        return 200 if became["ok"] else CODES.get(became["error"]["code"], 409)

    def command(self, step, row, ids):
        path = self.folder / "next.txt"
        path.write_text(NEWER)
        try:
            call_command(step.command, str(row.pk), str(path), "--as", self.person.email, stdout=StringIO())
        except CommandError as error:
            return 404 if "no such article" in str(error) else 403
        return 200

    def _post(self, address, body):
        return self.script.post(address, body, content_type="application/json", headers=self.key)


def filled(body, ids):
    """`body` with ids for the words in capitals."""
    known = ids | {"TEXT": NEWER, "SHA": hashlib.sha256(NEWER.encode()).hexdigest()}

    def fill(value):
        if isinstance(value, list):
            return [fill(one) for one in value]
        return known.get(value, value)

    return {name: fill(value) for name, value in (body or {}).items()}


@pytest.fixture
def cast(desk):
    """Somebody for every part."""
    roles = {"author": "reviewer", "checker": "reviewer", "second_checker": "reviewer", "approver": "editor"}
    return {part: UserFactory(role=role, desks=[desk]) for part, role in roles.items()}


@pytest.mark.parametrize("relation", RELATIONS)
def test_every_step_behind_every_door_is_for_whom_the_table_says(relation, cast, desk, other_desk, tmp_path):
    wrong, steps = {}, 0
    for letter, role in ROLES.items():
        scene = Scene(relation, role, cast, desk, other_desk)
        doors = Doors(scene.person, tmp_path)
        for (name, step), door in product(STEPS.items(), DOORS):
            declared = expected(step, relation, letter, door)
            if declared is None or not getattr(step, door):
                continue
            steps += 1
            got = doors.take(step, door, *scene.at(step.moment))
            if got != declared:
                wrong[role, name, door] = (got, declared)

    assert wrong == {}, "got, declared"
    assert steps > 80


def test_the_table_lets_no_admin_and_no_viewer_judge():
    judging = [step for name, step in STEPS.items() if "fix" not in name]

    assert not [cell for step in judging for cell in step.may if cell and set(cell) & set("VA")]


@pytest.mark.parametrize("same", FOUR_EYES, ids=" is ".join)
@pytest.mark.parametrize("how", ["create", "save", "update", "bulk_create"])
def test_the_database_refuses_a_signature_in_which_two_of_the_four_are_one(how, same, cast, desk):
    scene = Scene("colleague", "editor", cast, desk, None)
    claim, _ = scene.claim(Status.AWAITING_SIGN_OFF, 2)
    people = {"by" if part == "approver" else part: person for part, person in cast.items()}
    fields = {"article": claim.article, "revision": claim.revision, "claim": claim, "verdict": claim.verdict}
    first, second = ("by" if part == "approver" else part for part in same)
    forged = people | {second: people[first]}

    write = {
        "create": lambda: SignOff.objects.create(**fields, **forged),
        "bulk_create": lambda: SignOff.objects.bulk_create([SignOff(**fields, **forged)]),
        "save": lambda: SignOff(pk=signed.pk, **fields, **forged).save(),
        "update": lambda: SignOff.objects.filter(pk=signed.pk).update(**forged),
    }
    signed = SignOff.objects.create(**fields, **people)

    with pytest.raises(IntegrityError, match="sign_off_four_eyes"), transaction.atomic():
        write[how]()


def test_the_database_refuses_a_waiver_approved_by_who_asked_for_it(cast, desk):
    claim, _ = Scene("colleague", "editor", cast, desk, None).claim(Status.RESOLVED, 2)
    fields = {"verdict": claim.verdict, "claim": claim, "article": claim.article, "reason": "So be it."}
    checker, approver = cast["checker"], cast["approver"]

    with pytest.raises(IntegrityError, match="waiver_approved_by_another"), transaction.atomic():
        Waiver.objects.create(asked_by=checker, approved_by=checker, **fields)
    waiver = Waiver.objects.create(asked_by=checker, approved_by=approver, **fields)
    with pytest.raises(IntegrityError, match="waiver_approved_by_another"), transaction.atomic():
        Waiver.objects.filter(pk=waiver.pk).update(approved_by=checker)
