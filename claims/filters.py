"""The filters of claim and article lists, as they stand in an address; one reading for every door.

A mapping gives each filter as text, several values by comma (a list of values is as good). Names that
are no filters are left alone. Every value that is wrong raises ValidationError at its name.
"""

from django.core.exceptions import ValidationError
from django.db.models import Q, TextChoices
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from claims import policy, search
from claims.models import Claim, FixState
from claims.models.walked import Walked
from claims.priority import DueStep, Risk
from claims.text import Kind
from claims.workflow import ArticleStatus, Status

CLAIM_FILTERS = ("status", "article", "assignee", "desk", "kind", "risk", "due", "glance", "q")
ARTICLE_FILTERS = ("status", "desk", "q")
REGISTER_FILTERS = ("desk", "writer", "state", "article")
ORDERS = {  # the fields a list is read in, as an index has them; the last is unique
    "priority": ("-priority", "id"),
    "due": ("due_order", "id"),
    "age": ("id",),
    "score": ("-score", "id"),
}
GLANCE = ("wanted",)
USUAL_ORDER = "priority"
LONGEST_QUERY = 200  # characters


class WaiverState(TextChoices):
    """How a waiver stands; one that ran out has ended as soon as a worker comes by."""

    STANDING = "standing", gettext_lazy("standing")
    ENDED = "ended", gettext_lazy("ended")


def asked_in(address):
    """The filters and the order in a QueryDict, each as one text; several values of a name by comma."""
    names = (*CLAIM_FILTERS, "order")
    asked = {name: ",".join(value for value in address.getlist(name) if value) for name in names}
    return {name: text for name, text in asked.items() if text}


def query_of(asked, *, by):
    """The filters and the order `asked` as they stand in an address, in a fixed order.

    Raises ValidationError where one is wrong.
    """
    filter_claims(Claim.objects.none(), asked, by=by)
    claim_order(asked)
    return urlencode({name: asked[name] for name in (*CLAIM_FILTERS, "order") if asked.get(name)})


def name_of_order(params):
    """The name of the order that `params` ask for; raises ValidationError at `order`."""
    return (_words(params, "order", ORDERS)[:1] or [USUAL_ORDER])[0]


def claim_order(params):
    """The fields to order claims by; raises ValidationError at `order`."""
    return ORDERS[name_of_order(params)]


def filter_claims(claims, params, *, by):
    """Those of the queryset `claims` that `params` asks for.

    `assignee` is `me`, `none` or ids; `desk` slugs or ids of desks of `by`; `due` deadline steps; `glance`
    `wanted`: the words changed under a verdict.
    """
    asked = {
        "article_id": _numbers(params, "article"),
        "assignee_id": _people(params, by),
        "status": _words(params, "status", Status.values),
        "kind": _words(params, "kind", list(Kind)),
        "risk": _words(params, "risk", Risk.values),
        "desk_id": _desks(params, by),
    }
    steps, query = _words(params, "due", DueStep.values), _query(params)
    if steps:
        claims = claims.due(*steps)
    if _words(params, "glance", GLANCE):
        claims = claims.changed_in_words()
    few = search.few_claims(query) if query else None
    if few is not None:
        claims = claims.filter(pk__in=few)
    elif query:
        claims = search.claims_matching(claims, query)
    start = None if few is not None else _start(asked)
    for field, values in asked.items():
        if values:
            claims = _narrow(claims, field, values) if field == start else _walk(claims, field, values)
    return claims


def _start(asked):
    """The one filter by whose index rows are found, the others being only checked; None: by their order."""
    if asked["article_id"]:
        return "article_id"
    if asked["assignee_id"] and None not in asked["assignee_id"]:
        return "assignee_id"
    # Of several statuses each has its own order in the index: all their rows would have to be sorted.
    return "status" if len(asked["status"]) == 1 else None


def filter_articles(articles, params, *, by):
    """Those of the queryset `articles` that `params` asks for."""
    articles = _narrow(articles, "status", _words(params, "status", ArticleStatus.values))
    articles = _narrow(articles, "desk_id", _desks(params, by))
    if query := _query(params):
        few = search.few_articles(query)
        articles = search.articles_matching(articles, query) if few is None else articles.filter(pk__in=few)
    return articles


def filter_fixes(fixes, params, *, by):
    """Those of the queryset `fixes` that `params` asks for by desk, writer, article and state."""
    fixes = _narrow(fixes, "state", _words(params, "state", FixState.values))
    return _of_articles(fixes, params, by=by)


def filter_waivers(waivers, params, *, by):
    """Likewise for waivers; their states are those of `WaiverState`."""
    states = _words(params, "state", WaiverState.values)
    if len(set(states)) == 1:
        waivers = waivers.filter(ended_at__isnull=states[0] == WaiverState.STANDING)
    return _of_articles(waivers, params, by=by)


def _of_articles(rows, params, *, by):
    rows = _narrow(rows, "article__desk_id", _desks(params, by))
    rows = _narrow(rows, "article__writer_id", _numbers(params, "writer"))
    return _narrow(rows, "article_id", _numbers(params, "article"))


def _narrow(rows, field, values):
    if len(values) == 1:
        # An equality, not an IN of one: so a page is read in the order of an index.
        return rows.filter(**{field: values[0]})
    return rows.filter(**{f"{field}__in": values}) if values else rows


def _walk(rows, field, values):
    """Like `_narrow`, without finding rows by the field; None among the values: or nobody."""
    name = f"walked_{field}"
    chosen = Q(**{f"{name}__in": [value for value in values if value is not None]})
    if None in values:
        chosen |= Q(**{f"{name}__isnull": True})
    return rows.alias(**{name: Walked(field, key=field.endswith("_id"))}).filter(chosen)


def _people(params, by):
    """The ids of the assignees asked for, with None for nobody."""
    words = _words(params, "assignee")
    people = [str(by.pk) if word == "me" else word for word in words if word != "none"]
    return _numbers({"assignee": people}, "assignee") + [None] * ("none" in words)


def _desks(params, by):
    """The ids of the desks asked for. A desk of others is as unknown as one that does not exist."""
    if not (words := _words(params, "desk")):
        return []
    own = {}
    for pk, slug in policy.desks_of(by).values_list("pk", "slug"):
        own |= {str(pk): pk, slug: pk}
    for word in words:
        if word not in own:
            told = _("“{word}” is not one of your desks.").format(word=word[:40])
            raise ValidationError({"desk": told})
    return sorted({own[word] for word in words})


def _query(params):
    query = str(params.get("q") or "").strip()
    if len(query) > LONGEST_QUERY:
        told = _("Search for at most {number} characters.").format(number=LONGEST_QUERY)
        raise ValidationError({"q": told})
    return query


def _words(params, name, known=None):
    value = params.get(name)
    values = value if isinstance(value, list | tuple) else str("" if value is None else value).split(",")
    words = [word for word in (str(value).strip() for value in values) if word]
    for word in words if known is not None else ():
        if word not in known:
            told = _("“{word}” is not one of {known}.").format(word=word[:40], known=", ".join(known))
            raise ValidationError({name: told})
    return words


def _numbers(params, name):
    words = _words(params, name)
    for word in words:
        if not (word.isascii() and word.isdigit() and len(word) < 19):
            raise ValidationError({name: _("“{word}” is not an id.").format(word=word[:40])})
    return [int(word) for word in words]
