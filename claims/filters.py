"""The filters of claim and article lists, as they stand in an address; one reading for every door.

A mapping gives each filter as text, several values by comma (a list of values is as good). Names that
are no filters are left alone. Every value that is wrong raises ValidationError at its name.
"""

from django.core.exceptions import ValidationError
from django.db.models import Q

from claims import policy, search
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
LONGEST_QUERY = 200  # characters


def claim_order(params):
    """The fields to order claims by; raises ValidationError at `order`."""
    (order,) = _words(params, "order", ORDERS)[:1] or ["priority"]
    return ORDERS[order]


def filter_claims(claims, params, *, by):
    """Those of the queryset `claims` that `params` asks for.

    `assignee` is `me`, `none` or ids; `desk` slugs or ids of desks of `by`; `due` deadline steps.
    """
    claims = _narrow(claims, "status", _words(params, "status", Status.values))
    claims = _narrow(claims, "article_id", _numbers(params, "article"))
    claims = _narrow(claims, "kind", _words(params, "kind", list(Kind)))
    claims = _narrow(claims, "risk", _words(params, "risk", Risk.values))
    claims = _narrow(claims, "desk_id", _desks(params, by))
    claims = _of_assignee(claims, params, by)
    if steps := _words(params, "due", DueStep.values):
        claims = claims.due(*steps)
    if query := _query(params):
        claims = search.claims_matching(claims, query)
    return claims


def filter_articles(articles, params, *, by):
    """Those of the queryset `articles` that `params` asks for."""
    articles = _narrow(articles, "status", _words(params, "status", ArticleStatus.values))
    articles = _narrow(articles, "desk_id", _desks(params, by))
    if query := _query(params):
        articles = search.articles_matching(articles, query)
    return articles


def _narrow(rows, field, values):
    if len(values) == 1:
        # An equality, not an IN of one: so a page is read in the order of an index.
        return rows.filter(**{field: values[0]})
    return rows.filter(**{f"{field}__in": values}) if values else rows


def _of_assignee(claims, params, by):
    words = _words(params, "assignee")
    people = [str(by.pk) if word == "me" else word for word in words if word != "none"]
    people = _numbers({"assignee": people}, "assignee")
    if "none" not in words:
        return _narrow(claims, "assignee_id", people)
    nobody = Q(assignee_id=None)
    return claims.filter(nobody | Q(assignee_id__in=people) if people else nobody)


def _desks(params, by):
    """The ids of the desks asked for. A desk of others is as unknown as one that does not exist."""
    if not (words := _words(params, "desk")):
        return []
    own = {}
    for pk, slug in policy.desks_of(by).values_list("pk", "slug"):
        own |= {str(pk): pk, slug: pk}
    for word in words:
        if word not in own:
            raise ValidationError({"desk": f"“{word[:40]}” is not one of your desks."})
    return sorted({own[word] for word in words})


def _query(params):
    query = str(params.get("q") or "").strip()
    if len(query) > LONGEST_QUERY:
        raise ValidationError({"q": f"Search for at most {LONGEST_QUERY} characters."})
    return query


def _words(params, name, known=None):
    value = params.get(name)
    values = value if isinstance(value, list | tuple) else str("" if value is None else value).split(",")
    words = [word for word in (str(value).strip() for value in values) if word]
    for word in words if known is not None else ():
        if word not in known:
            raise ValidationError({name: f"“{word[:40]}” is not one of {', '.join(known)}."})
    return words


def _numbers(params, name):
    words = _words(params, name)
    for word in words:
        if not (word.isascii() and word.isdigit() and len(word) < 19):
            raise ValidationError({name: f"“{word[:40]}” is not an id."})
    return [int(word) for word in words]
