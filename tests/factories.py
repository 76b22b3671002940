"""Rows for tests. What a test is about it says itself; the rest is plain and the same every time."""

import hashlib

import factory
from factory.django import DjangoModelFactory

from accounts.models import Desk, Event, User
from accounts.policy import Role
from claims import search
from claims.models import (
    Article,
    ArticleKind,
    Claim,
    Evidence,
    EvidenceKind,
    Extraction,
    Fix,
    Notice,
    NoticeKind,
    Outcome,
    Rating,
    RatingScale,
    Revision,
    Stance,
    Standing,
    Verdict,
)
from claims.workflow import ArticleStatus, Status


class DeskFactory(DjangoModelFactory):
    class Meta:
        model = Desk

    slug = factory.Sequence("desk-{}".format)
    name = factory.Sequence("Desk {}".format)


class UserFactory(DjangoModelFactory):
    """`desks` and `password` as for `User.objects.create_user`; further fields are set on the row."""

    class Meta:
        model = User

    email = factory.Sequence("person{}@desk.example".format)
    name = factory.Sequence("Person {}".format)
    role = Role.REVIEWER

    @classmethod
    def _create(cls, model_class, email, name, role, password=None, desks=(), **fields):
        user = model_class.objects.create_user(email, name, role, password=password, desks=desks)
        for field, value in fields.items():
            setattr(user, field, value)
        user.save()
        return user


class RatingScaleFactory(DjangoModelFactory):
    class Meta:
        model = RatingScale

    slug = factory.Sequence(lambda n: f"scale-{n}")
    name = "From false to true"
    kind = ArticleKind.OUTSIDE


class RatingFactory(DjangoModelFactory):
    class Meta:
        model = Rating

    scale = factory.SubFactory(RatingScaleFactory)
    order = factory.Sequence(lambda n: n % 30_000)
    slug = factory.LazyAttribute(lambda rating: f"step-{rating.order}")
    label = "True"
    icon = "check"
    colour = "green"


class ArticleFactory(DjangoModelFactory):
    """An article in check, with one revision whose extraction is done; `text` sets its words."""

    class Meta:
        model = Article
        skip_postgeneration_save = True

    title = factory.Sequence(lambda n: f"Article {n}")
    kind = ArticleKind.OUTSIDE
    desk = factory.SubFactory(DeskFactory)
    status = ArticleStatus.CHECKING
    submitted_by = factory.SubFactory(UserFactory, role=Role.EDITOR)
    scale = factory.SubFactory(RatingScaleFactory, kind=factory.SelfAttribute("..kind"))

    @factory.post_generation
    def text(self, create, extracted, **kwargs):
        words = extracted or "The harbour has 1,200 berths. It opened in 1987."
        self.revision = Revision.objects.create(
            article=self,
            text=words,
            sha256=hashlib.sha256(words.encode()).hexdigest(),
            blocks=[{"role": "paragraph", "start": 0, "end": len(words)}],
            created_by=self.submitted_by,
        )
        self.save(update_fields=["revision"])
        Extraction.objects.create(revision=self.revision, state="done", done=1, total=1, language="en")


class ClaimFactory(DjangoModelFactory):
    """A claim on the first sentence of its article; one of several needs its own `start` and `end`."""

    class Meta:
        model = Claim

    article = factory.SubFactory(ArticleFactory)
    desk = factory.SelfAttribute("article.desk")
    revision = factory.SelfAttribute("article.revision")
    start = 0
    end = factory.LazyAttribute(lambda claim: min(29, len(claim.revision.text)))
    text = factory.LazyAttribute(lambda claim: claim.revision.text[claim.start : claim.end])
    status = Status.OPEN
    score = 0.8


class EvidenceFactory(DjangoModelFactory):
    class Meta:
        model = Evidence

    claim = factory.SubFactory(ClaimFactory)
    kind = EvidenceKind.PRIMARY
    locator = "https://harbour.example/register"
    quote = "1,200 berths"
    stance = Stance.SUPPORTS
    added_by = factory.SubFactory(UserFactory)


class VerdictFactory(DjangoModelFactory):
    """A proposed verdict; the claim's own `verdict` and status are for the test to set."""

    class Meta:
        model = Verdict

    claim = factory.SubFactory(ClaimFactory)
    author = factory.SubFactory(UserFactory)
    rating = factory.SubFactory(RatingFactory, scale=factory.SelfAttribute("..claim.article.scale"))
    rationale = "The register says so."


class FixFactory(DjangoModelFactory):
    """A fix that the writer is asked for; the verdict it comes of is signed by nobody."""

    class Meta:
        model = Fix

    claim = factory.SubFactory(ClaimFactory)
    article = factory.SelfAttribute("claim.article")
    verdict = factory.SubFactory(VerdictFactory, claim=factory.SelfAttribute("..claim"))
    old = factory.SelfAttribute("claim.text")
    new = "The harbour has 1,300 berths."


def asked_fix(article, old, new, *, by, **fields):
    """A fix for the words `old` of an article, asked for by the signed verdict of `by`; "" is a cut."""
    start = article.revision.text.index(old)
    claim = ClaimFactory(article=article, start=start, end=start + len(old), status=Status.RESOLVED)
    said = {"outcome": Outcome.FIX if new else Outcome.CUT, "new_wording": new}
    claim.verdict = VerdictFactory(claim=claim, author=by, standing=Standing.SIGNED_OFF, **said)
    claim.save()
    search.add_claims([claim.pk])
    return FixFactory(claim=claim, verdict=claim.verdict, old=old, new=new, **fields)


def told(person, article):
    """A notice for `person` that the text of `article` changed."""
    event = Event.objects.append("article.revised", article, by=article.submitted_by)
    return Notice.objects.create(person=person, article=article, event=event, kind=NoticeKind.CHANGED)
