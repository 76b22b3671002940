"""No page is forgotten: neither by axe nor by the pictures."""

from collections import defaultdict
from urllib.parse import urlsplit

from django.urls import resolve

from tests.access_table import ACCOUNTS, PAGES
from tests.journeys import extremes
from tests.journeys.test_pages_are_accessible import ADDRESSES
from tests.screenshots import slug

NO_PAGES = {  # files, and what a page fetches while it is open
    "claims-export",
    "article-report-file",
    "article-progress",
    "article-pulse",
    "claim-people",
    "claim-pulse",
    "claims-facets",
    "claims-people",
    "claims-pulse",
    "claims-views-counts",
    "drafts",
}
LEADS_ON = {200, 404}  # a page for those who may see it; a guest's address that has ended is one too


def shown(addresses):
    known = defaultdict(lambda: 1, link="/password/set/MQ/x-y/", guest="/fixes/no-such-key/")
    return {resolve(urlsplit(address.format_map(known)).path).url_name for _, address in addresses.values()}


def test_every_page_is_in_the_table():
    pages = {
        name
        for name, row in (ACCOUNTS | PAGES).items()
        if row.get and LEADS_ON & set(row.get.values()) and name not in NO_PAGES
    }

    assert pages - shown(ADDRESSES) == set()


def test_what_is_said_to_be_no_page_is_an_address():
    assert (ACCOUNTS | PAGES).keys() >= NO_PAGES


def test_extremes_are_pages_too():
    assert {"article", "claim", "claims", "articles", "queue", "desk-figures"} <= shown(extremes.ADDRESSES)
    assert len(extremes.TITLE) >= 490
    assert len(extremes.LONG) >= 300


def test_names_of_files_are_plain_and_differ():
    names = [slug(name) for name in (*ADDRESSES, *extremes.ADDRESSES)]

    assert len(set(names)) == len(names)
    assert slug("fixes, none to apply") == "fixes-none-to-apply"
