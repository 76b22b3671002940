"""The HTML door: each view reads the request, calls one action and answers with a page."""
