import pytest

from claims.text.addresses import web_address


@pytest.mark.parametrize("locator", ["https://desk.example/a?b=1", "HTTP://desk.example", "http://[::1]/"])
def test_an_address_of_the_web_may_be_followed(locator):
    assert web_address(locator) == locator


@pytest.mark.parametrize(
    "locator",
    [
        "",
        "p. 3",
        "javascript:alert(1)",
        "data:text/html,x",
        "http://",
        "https:desk.example",
        "http://[::1",
        "ftp://x.y",
    ],
)
def test_anything_else_may_not(locator):
    assert web_address(locator) == ""
