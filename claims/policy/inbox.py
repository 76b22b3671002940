"""Who may be named in a note, who watches an article, and which notices somebody still reads."""

from django.db.models import Exists, F, OuterRef, Q

from accounts.policy import Role, can_review, is_editor
from claims.models import Claim, Notice, NoticeKind, Standing, Verdict, Watch
from claims.policy.seeing import _named, desks_of, people_who_see, visible_articles
from claims.workflow import Status

OF_ARTICLES = [NoticeKind.CHANGED, NoticeKind.FIX]  # all others tell of the work in progress


def people_to_name(article):
    """The people whom a note on `article` may mention: they see it, and read its notes."""
    return people_who_see(article).filter(role__in=[Role.REVIEWER, Role.EDITOR])


def watchers_of(article):
    """The people who are told when `article` changes, of those who see it.

    Who submitted or wrote it or holds one of its claims watches it, unless they said that they do not want
    to; so does everybody who asked for it.
    """
    people = people_who_see(article)
    said = Watch.objects.filter(article=article, person=OuterRef("pk"))
    concerned = Q(pk__in=[article.submitted_by_id, article.writer_id]) | Q(
        Exists(Claim.objects.filter(article=article, assignee=OuterRef("pk")))
    )
    return people.filter(Exists(said.filter(on=True)) | (concerned & ~Exists(said)))


def watched_articles(user):
    """The articles of which `user` is told when they change: `watchers_of` from the other side."""
    said = Watch.objects.filter(article=OuterRef("pk"), person=user)
    concerned = (
        Q(submitted_by=user)
        | Q(writer=user)
        | Q(Exists(Claim.objects.filter(article=OuterRef("pk"), assignee=user)))
    )
    return visible_articles(user).filter(Exists(said.filter(on=True)) | (concerned & ~Exists(said)))


def notices_for(user):
    """The notices of `user`, less those of what they may not see, or not read, at this moment."""
    seen = Notice.objects.filter(
        Q(article__restricted=False) | _named(user, "article_id"),
        person=user,
        article__desk__in=desks_of(user).order_by().values("pk"),
    )
    if not can_review(user):
        return seen.filter(kind__in=OF_ARTICLES)
    return seen if is_editor(user) else seen.exclude(_of_a_first_verdict(user))


def _of_a_first_verdict(user):
    """Of a claim that `user` judges blind they know only that it was given to them; see `judges_blind`."""
    judged = Q(claim=OuterRef("claim_id")) | Q(claim=OuterRef("claim__continued_in_id"))
    own = Verdict.objects.filter(judged, standing=Standing.BLIND, author=user)
    waiting = Q(claim__status=Status.AWAITING_SECOND_CHECK)
    waiting |= Q(claim__continued_in__status=Status.AWAITING_SECOND_CHECK)
    given = Q(kind=NoticeKind.ASSIGNED, claim__assignee=F("person"))
    return Q(waiting, ~Q(Exists(own)), ~given, ~Q(kind__in=OF_ARTICLES))
