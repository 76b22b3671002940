"""The filters of claim and article lists, as they stand in an address; one reading for every door."""

from django.core.exceptions import ValidationError

from claims import search
from claims.priority import DueStep, Risk
from claims.text import Kind
from claims.workflow import ArticleStatus, Status

CLAIM_FILTERS = ("status", "article", "assignee", "desk", "kind", "risk", "due", "q")
ARTICLE_FILTERS = ("status", "desk", "q")
ORDERS = {  # the fields a list is read in, as an index has them; the last is unique
    "priority": ("-priority", "id"),
    "due": ("due_order", "id"),
    "age": ("id",),
    "score": ("-score", "id"),
}


def claim_order(params):
    """The fields to order claims by; raises ValidationError at `order`."""
    order = params.get("order") or "priority"
    _check("order", [order], ORDERS)
    return ORDERS[order]


def filter_claims(claims, params, *, by):
    """Those of the queryset `claims` that the mapping `params` asks for; several values by comma.

    `assignee` is `me`, `none` or ids; `desk` slugs; `due` a deadline step. Raises ValidationError,
    with the name of the filter that is wrong.
    """
    if statuses := _words(params, "status", Status.values):
        claims = claims.filter(status__in=statuses)
    if articles := _numbers(params, "article"):
        claims = claims.filter(article_id__in=articles)
    if desks := _words(params, "desk"):
        claims = claims.filter(desk__slug__in=desks)
    if kinds := _words(params, "kind", list(Kind)):
        claims = claims.filter(kind__in=kinds)
    if risks := _words(params, "risk", Risk.values):
        claims = claims.filter(risk__in=risks)
    if assignee := params.get("assignee"):
        claims = _of_assignee(claims, assignee, params, by)
    if steps := _words(params, "due", DueStep.values):
        claims = _of_deadline(claims, steps)
    if query := params.get("q", "").strip():
        claims = search.claims_matching(claims, query)
    return claims


def filter_articles(articles, params):
    """Those of the queryset `articles` that the mapping `params` asks for."""
    if statuses := _words(params, "status", ArticleStatus.values):
        articles = articles.filter(status__in=statuses)
    if desks := _words(params, "desk"):
        articles = articles.filter(desk__slug__in=desks)
    if query := params.get("q", "").strip():
        articles = search.articles_matching(articles, query)
    return articles


def _of_assignee(claims, assignee, params, by):
    if assignee == "me":
        return claims.filter(assignee=by)
    if assignee == "none":
        return claims.filter(assignee=None)
    return claims.filter(assignee_id__in=_numbers(params, "assignee"))


def _of_deadline(claims, steps):
    first, *rest = [claims.due(step) for step in steps]
    for other in rest:
        first = first | other
    return first


def _words(params, name, known=None):
    words = [word for word in params.get(name, "").split(",") if word]
    if known is not None:
        _check(name, words, known)
    return words


def _check(name, words, known):
    for word in words:
        if word not in known:
            raise ValidationError({name: f"“{word}” is not one of {', '.join(known)}."})


def _numbers(params, name):
    words = _words(params, name)
    for word in words:
        if not (word.isascii() and word.isdigit() and len(word) < 19):
            raise ValidationError({name: f"“{word}” is not an id."})
    return [int(word) for word in words]

