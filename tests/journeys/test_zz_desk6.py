import re
import pytest
from tests.journeys.accessibility import faults

pytestmark = [pytest.mark.journey, pytest.mark.model]


def test_look(visit, newsroom, places):
    import json

    ed = newsroom.api("editor")
    rows = newsroom.claims("status=open&order=age", "editor")
    claim = rows[0]["id"]
    by = {}
    for one in newsroom.claims("status=suggested,open&order=age", "editor"):
        by.setdefault(
            one["article"] if not isinstance(one["article"], dict) else one["article"]["id"], []
        ).append(one["id"])
    pair = next(v for v in by.values() if len(v) > 1)
    answer = ed.post(f"claims/{pair[0]}/merge/", {"other": pair[1]})
    kept = answer.json() if callable(getattr(answer, "json", None)) else answer.json
    gone = pair[1] if kept["id"] == pair[0] else pair[0]
    out = {"assign": f"/claims/{claim}/", "merged": f"/claims/{gone}/?list=article"}
    page = visit("editor")
    for name, address in out.items():
        page.goto(address)
        if name == "assign":
            page.get_by_text("Assign", exact=True).first.click()
            print(page.locator("#assignee option").all_text_contents())
        for width in (1440, 390):
            for scheme in ("light", "dark"):
                page.set_viewport_size({"width": width, "height": 900})
                page.emulate_media(color_scheme=scheme)
                page.screenshot(path=f"/tmp/desk6/{name}_{width}_{scheme}.png")
        print(name, faults(page))
