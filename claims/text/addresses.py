"""Which locators of sources a browser may follow."""

from urllib.parse import urlsplit


def web_address(locator: str) -> str:
    """The locator where it is an http or https address of some host, else ""."""
    try:
        parts = urlsplit(locator)
    except ValueError:
        return ""
    return locator if parts.scheme in {"http", "https"} and parts.netloc else ""
