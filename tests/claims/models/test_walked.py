import pytest
from django.db import connection

from claims import policy
from claims.filters import ORDERS, claim_order, filter_claims
from claims.models import Claim
from claims.models.walked import Walked
from tests.factories import ClaimFactory


def test_a_walked_column_is_the_column(db):
    claim = ClaimFactory(status="open")
    ClaimFactory(status="dismissed")

    rows = Claim.objects.alias(walked_status=Walked("status"), walked_desk_id=Walked("desk_id", key=True))

    assert list(rows.filter(walked_status="open")) == [claim]
    assert list(rows.filter(walked_status__in=["open", "closed"])) == [claim]
    assert list(rows.filter(walked_desk_id=claim.desk_id)) == [claim]


ASKED = [
    {},
    {"status": "open"},
    {"status": "open,in_check"},
    {"status": "open", "kind": "event", "risk": "high"},
    {"kind": "event"},
    {"risk": "low,high"},
    {"assignee": "none"},
    {"assignee": "none,me"},
    {"due": "overdue"},
    {"due": "overdue", "order": "due"},
    {"due": "none", "order": "due"},
    *({"order": order, "status": "open,in_check", "kind": "event"} for order in ORDERS),
]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL plans by its figures; a test has none")
@pytest.mark.parametrize("asked", ASKED, ids=str)
def test_no_list_collects_all_its_rows_to_sort_them(reviewer, asked):
    claims = filter_claims(policy.visible_claims(reviewer), asked, by=reviewer)

    plan = claims.for_listing().order_by(*claim_order(asked))[:51].explain()

    assert "claims_claim" in plan
    assert "TEMP B-TREE" not in plan
