"""Who has how much in their hands, beside every control that gives somebody a claim."""

from django.db.models import Count

from claims import policy


def least_laden(people, *, seen_by):
    """Pairs of the claims a person of the list `people` holds now and the person, the least laden first.

    Claims count that `seen_by` sees. One query, and one for their desks.
    """
    claims = policy.visible_claims(seen_by).held_by_any(people).order_by()
    held = dict(claims.values_list("assignee").annotate(Count("pk")))
    return sorted(((held.get(one.pk, 0), one) for one in people), key=lambda pair: (pair[0], pair[1].name))
