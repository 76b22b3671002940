"""Where a request comes from."""

import ipaddress

from django.conf import settings


def client_address(request):
    """The address of the browser, or "" where there is none (a local socket without a proxy).

    X-Forwarded-For is believed only as far as our own proxies wrote it: with `TRUSTED_PROXIES` of 2
    the second entry from the right was seen by the outer one; all left of it anybody may have typed.
    """
    address = request.META.get("REMOTE_ADDR", "")
    trusted = settings.TRUSTED_PROXIES
    forwarded = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
    if trusted and len(forwarded) >= trusted:
        address = forwarded[-trusted]
    try:
        seen = ipaddress.ip_address(address)
    except ValueError:
        return ""
    # A socket for both kinds shows IPv4 as ::ffff:192.0.2.1, and all of these share one /64.
    return str(getattr(seen, "ipv4_mapped", None) or seen)


def network(address):
    """What counts as one sender: the address, or for IPv6 the /64 that one subscriber is given."""
    if ":" not in address:
        return address
    return str(ipaddress.ip_network((address, 64), strict=False))
