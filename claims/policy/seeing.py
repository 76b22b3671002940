"""Who sees which articles, claims, people and sources."""

from django.db.models import Exists, OuterRef, Q

from accounts.models import Desk, User
from accounts.policy import can_administer, can_review, is_editor
from claims.models import Article, Claim, Fix, Waiver
from claims.workflow import Status


def desks_of(user):
    """The desks whose articles `user` sees; first the one they joined first."""
    if not user.is_active:
        return Desk.objects.none()
    return Desk.objects.filter(memberships__user=user).order_by("memberships__since", "memberships__id")


def _desk_ids(user):
    # Read as a list: an IN of constants lets a page of the queue be read in the order of its index.
    known = getattr(user, "_desk_ids_of_request", None)
    if known is None:
        return list(desks_of(user).values_list("pk", flat=True))
    if not known:
        known.append(list(desks_of(user).values_list("pk", flat=True)))
    return known[0]


def read_desks_once(user):
    """Ask for the desks of this object `user` only once from now on: it lives no longer than one reading."""
    user._desk_ids_of_request = []


def _named(user, article):
    return Exists(Article.readers.through.objects.filter(article_id=OuterRef(article), user_id=user.pk))


def visible_articles(user):
    """The articles of the desks of `user`, less restricted ones that do not name them."""
    return Article.objects.filter(Q(restricted=False) | _named(user, "pk"), desk_id__in=_desk_ids(user))


def visible_claims(user):
    """The claims of the articles `user` may see."""
    return Claim.objects.filter(
        Q(article__restricted=False) | _named(user, "article_id"), desk_id__in=_desk_ids(user)
    )


def visible_fixes(user):
    """The fixes of the articles `user` may see, less old ones of claims that a second person judges blind."""
    fixes = Fix.objects.filter(
        Q(article__restricted=False) | _named(user, "article_id"), article__desk_id__in=_desk_ids(user)
    )
    return fixes if is_editor(user) else fixes.exclude(claim__status=Status.AWAITING_SECOND_CHECK)


def visible_waivers(user):
    """The waivers in the articles `user` may see."""
    return Waiver.objects.filter(
        Q(article__restricted=False) | _named(user, "article_id"), article__desk_id__in=_desk_ids(user)
    )


def people_on_desk(article):
    """The active people of the desk of `article`: those who may be named as its readers."""
    return User.objects.filter(is_active=True, memberships__desk_id=article.desk_id)


def people_who_see(article):
    """The active people who may see `article`."""
    people = people_on_desk(article)
    return people.filter(restricted_articles=article) if article.restricted else people


def colleagues_of(user):
    """The active people of the desks of `user`: those whom they may name."""
    return User.objects.filter(is_active=True, memberships__desk__in=_desk_ids(user)).distinct()


def people_to_find(user):
    """The active people whom `user` finds by name: those they may name; admins, who keep the list, all."""
    return User.objects.filter(is_active=True) if can_administer(user) else colleagues_of(user)


def sees_source(user, evidence, claim):
    """Whether locator and quote of `evidence` are shown to `user`, who sees `claim`.

    A private source is for who added it, the checkers of the claim (its holder and the authors of
    its verdicts) and the editors of the desk. Reads `claim.verdicts`: prefetch it for a list.
    """
    if not evidence.private or is_editor(user) or evidence.added_by_id == user.pk:
        return True
    checkers = {claim.assignee_id} | {verdict.author_id for verdict in claim.verdicts.all()}
    return can_review(user) and user.pk in checkers
