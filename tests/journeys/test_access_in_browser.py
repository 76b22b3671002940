"""What axe cannot see: forced colours, 200 % zoom, less motion, where the focus is, how large targets are."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.accessibility import AXE

pytestmark = [pytest.mark.journey, pytest.mark.model]

CORE = {
    "queue": ("reviewer", "/"),
    "claims": ("editor", "/claims/"),
    "articles": ("editor", "/articles/"),
    "annotated copy": ("editor", "/articles/{checking}/"),
    "claim desk": ("reviewer", "/claims/{mine}/"),
    "claim to sign": ("second_editor", "/claims/{awaiting_sign_off}/"),
    "submit": ("editor", "/articles/submit/"),
    "sign-off": ("editor", "/articles/{checking}/sign-off/"),
    "fix list": ("second_editor", "/articles/{fixes}/fixes/"),
    "inbox": ("editor", "/inbox/"),
    "figures": ("editor", "/desks/news/figures/"),
    "find": ("editor", "/find/?q=re"),
}
ZOOMED = {"width": 720, "height": 450}  # 1440 by 900 at 200 %
STOPS = 70  # of the Tab key on one page
# Where the focus is; whether a ring is drawn there, and whether any of it lies under something else.
FOCUS = """() => {
    const at = document.activeElement;
    if (!at || at === document.body) return null;
    const style = getComputedStyle(at);
    const boxes = [...at.getClientRects()];
    const clear = boxes.some((box) => [[0.5, 0.5], [0.02, 0.5], [0.02, 0.1]].some(([x, y]) => {
        const [left, top] = [box.left + box.width * x + 1, box.top + box.height * y + 1];
        const found = document.elementFromPoint(left, top);
        return found && (found === at || at.contains(found) || found.contains(at) || found.control === at);
    }));
    return {
        what: `${at.tagName} ${at.id || at.className} ${at.innerText?.slice(0, 30) ?? ""}`,
        ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
        clear,
        inside: at.matches("input[type^=date]"),  // its parts are drawn by the browser
    };
}"""
STYLES = """(elements) => Object.fromEntries(elements.map((one) => [
    one.dataset.status,
    `${getComputedStyle(one).textDecorationLine} ${getComputedStyle(one).textDecorationStyle}`,
]))"""


@pytest.fixture
def open_page(visit, places):
    def open_page(name, **options):
        person, address = CORE[name]
        page = visit(person, **options)
        page.goto(address.format(**places))
        page.wait_for_load_state("networkidle")
        return page

    return open_page


def colour(page, selector, what="backgroundColor", pseudo=None):
    script = "(one, [what, pseudo]) => getComputedStyle(one, pseudo)[what]"
    return page.locator(selector).first.evaluate(script, [what, pseudo])


def test_statuses_keep_their_lines_where_colours_are_forced(visit, places):
    page = visit("editor", forced_colors="active")
    page.goto(f"/articles/{places['checking']}/")
    styles = page.locator(".copy .line:not([data-problem])").evaluate_all(STYLES)

    assert styles["suggested"] == "underline dotted"
    assert styles["open"] == "underline dashed"
    assert styles["in_check"] == "underline solid"
    for mark in page.locator(".copy .mark").all()[:12]:
        expect(mark.locator("svg").first).to_be_visible()
        assert mark.inner_text().strip()


def test_what_is_in_focus_and_how_far_it_is_stays_visible_where_colours_are_forced(visit, places):
    page = visit("editor", forced_colors="active")
    page.goto(f"/articles/{places['checking']}/?claim={places['awaiting_sign_off']}")
    canvas = colour(page, "body")

    assert colour(page, ".copy .line[data-current]") != canvas
    assert colour(page, ".nav-link[aria-current]", "borderInlineStartWidth") == "3px"
    stages = {
        stage: colour(page, f".coverage-bar [data-stage={stage}]", pseudo="::before")
        for stage in ("in_work", "open")
        if page.locator(f".coverage-bar [data-stage={stage}]").count()
    }
    assert stages
    assert canvas not in stages.values()
    assert len(set(stages.values())) == len(stages)


def test_charts_are_drawn_in_the_forced_colours(open_page):
    page = open_page("figures", forced_colors="active")
    text = colour(page, "body", "color")

    assert colour(page, "rect.chart-bar", "fill") == text
    assert colour(page, ".chart-curve", "stroke") == text
    assert colour(page, ".share-bar .chart-bar", "fill") == text


@pytest.mark.parametrize("name", CORE)
def test_at_200_percent_nothing_is_lost_and_the_focus_is_seen(open_page, name):
    page = open_page(name)
    page.set_viewport_size(ZOOMED)

    assert page.evaluate("document.scrollingElement.scrollWidth") <= ZOOMED["width"]
    for row in page.locator("main a.row:visible").all()[:5]:
        box = row.bounding_box()
        assert 0 <= box["x"] < ZOOMED["width"] - 100, row.inner_text()
        assert box["width"] > 60, row.inner_text()
    faults, stops = [], 0
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus is None:
            break
        stops += 1
        if not (focus["inside"] or (focus["ring"] and focus["clear"])):
            faults.append(focus)
    assert faults == []
    assert stops > 10


@pytest.mark.parametrize("name", CORE)
def test_targets_are_large_enough_to_hit(open_page, name):
    page = open_page(name)
    found = []
    for width in (1440, 390):
        page.set_viewport_size({"width": width, "height": 900})
        rule = {"runOnly": {"type": "rule", "values": ["target-size"]}, "resultTypes": ["violations"]}
        for violation in AXE.run(page, options=rule).response["violations"]:
            found += [f"{width} {node['target']} {node['failureSummary']}" for node in violation["nodes"]]
    assert found == []


@pytest.mark.parametrize("name", ["claims", "annotated copy", "claim desk"])
def test_nothing_moves_for_who_asked_for_that(open_page, name):
    page = open_page(name)
    moving = page.evaluate(
        """() => [...document.querySelectorAll("*")].filter((one) => {
            const style = getComputedStyle(one);
            return parseFloat(style.transitionDuration) > 0 || style.animationName !== "none"
                || style.scrollBehavior === "smooth";
        }).map((one) => one.outerHTML.slice(0, 80))"""
    )

    assert moving == []
    page.emulate_media(reduced_motion="no-preference")
    longest = page.evaluate(
        """() => Math.max(...[...document.querySelectorAll("*")].map(
            (one) => parseFloat(getComputedStyle(one).transitionDuration)))"""
    )
    assert 0 < longest <= 0.15


@pytest.mark.parametrize("name", CORE)
def test_help_and_messages_stand_in_one_place(open_page, name):
    page = open_page(name)

    assert page.locator("#messages[role=status]").count() == 1
    expect(page.get_by_role("navigation", name="You").get_by_role("button", name="Keys")).to_be_visible()
    expect(page.get_by_role("navigation", name="Desk").get_by_role("link").first).to_have_text(
        re.compile("Find")
    )
    assert page.locator("h1").count() == 1
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the work")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
