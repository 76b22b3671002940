import pytest
from django.core.exceptions import ValidationError
from django.test import RequestFactory

from claims import policy
from claims.middleware import OneReading, Refusals
from claims.workflow import ClaimChanged
from tests.factories import ClaimFactory


def answer(path, error):
    request = RequestFactory().post(path)
    return Refusals(lambda request: None).process_exception(request, error)


@pytest.mark.parametrize(("method", "readings"), [("get", 1), ("post", 2)])
def test_the_desks_of_a_reader_are_asked_for_once(method, readings, reviewer, django_assert_num_queries):
    request = getattr(RequestFactory(), method)("/")
    request.user = reviewer

    def reading(request):
        return [str(policy.visible_claims(request.user).query) for _ in range(2)]

    with django_assert_num_queries(readings):
        first, second = OneReading(reading)(request)

    assert first == second


def test_a_step_at_the_wrong_moment_is_a_409_that_says_why_and_leads_back():
    response = answer("/claims/12/take/", ClaimChanged("Davit holds this claim."))

    assert response.status_code == 409
    assert "Davit holds this claim." in response.content.decode()
    assert 'href="/claims/12/"' in response.content.decode()
    assert response["HX-Push-Url"] == "false"


def test_bad_input_of_a_one_button_step_is_a_400_with_its_sentence():
    response = answer("/claims/12/take/", ValidationError("Say why."))

    assert response.status_code == 400
    assert "Say why." in response.content.decode()


def test_the_api_answers_its_own_errors():
    assert answer("/api/v1/claims/12/take/", ClaimChanged("No.")) is None


def test_a_fault_of_ours_stays_a_fault():
    assert answer("/claims/12/take/", KeyError("x")) is None


def test_a_claim_that_somebody_took_meanwhile(client, reviewer, second_reviewer, desk):
    claim = ClaimFactory(article__desk=desk, status="in_check", assignee=second_reviewer)
    client.force_login(reviewer)

    response = client.post(f"/claims/{claim.pk}/take/")

    assert response.status_code == 409
    assert second_reviewer.name in response.content.decode()
