import io

import jsonschema
import pytest
from django.core.management import call_command
from drf_spectacular.validation import validate_schema

from claims.actions.bulk import STEPS
from claims.actions.fixes import STEPS as FIX_STEPS


@pytest.fixture
def described(api, viewer):
    answer = api(viewer).get("schema/")
    assert answer.status_code == 200
    return answer.json()


def test_the_description_is_valid_and_made_without_a_warning(db):
    call_command("spectacular", "--validate", "--fail-on-warn", stdout=io.StringIO())


def test_it_is_openapi_3_1_and_names_every_call_of_the_contract(described):
    validate_schema(described)

    assert described["openapi"].startswith("3.1")
    calls = {
        f"{method.upper()} {address.removeprefix('/api/v1/')}"
        for address, methods in described["paths"].items()
        for method in methods
    }
    article, claim = "articles/{id}/", "claims/{id}/"
    assert calls >= {
        *("POST articles/", "POST articles/bulk/", "GET articles/", f"GET {article}", f"GET {article}text/"),
        *(
            f"POST {article}{tail}/"
            for tail in ("revisions", "revisions/preview", "sign-off", "reopen", "retry")
        ),
        *("GET claims/", "POST claims/", "POST claims/next/", "POST claims/bulk/", f"GET {claim}"),
        *(f"POST {claim}{step}/" for step in STEPS),
        *(
            f"{method} {claim}{tail}/"
            for tail in ("evidence", "notes", "verdicts")
            for method in ("GET", "POST")
        ),
        *(f"GET {article}fixes/", f"POST {article}fixes/apply/"),
        *(
            f"{method} {article}{tail}/"
            for tail in ("publications", "corrections")
            for method in ("GET", "POST")
        ),
        *(f"POST fixes/{{id}}/{step}/" for step in FIX_STEPS),
        *(f"GET {claim}comment-requests/", f"POST {claim}comment-requests/"),
        "POST comment-requests/{id}/answer/",
        *("POST exports/", "GET exports/{id}/", "GET exports/{id}/download/"),
        *(f"GET {claim}history/", "GET ratings/", "GET desks/", "GET me/"),
    }


def test_an_answer_is_as_it_is_described(api, viewer, described):
    schema = {"$ref": "#/components/schemas/Me", "components": described["components"]}

    jsonschema.validate(api(viewer).get("me/").json(), schema)
