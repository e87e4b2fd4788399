"""Questions put to an open page: axe-core's rules, sideways scroll, and each stop of the Tab key."""

from __future__ import annotations

from functools import cache
from itertools import takewhile
from typing import Any

from playwright.sync_api import Page

from tests.journeys.server import PROJECT

RULES = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
RULES_OF_COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
MOST_STOPS = 400
STOPS_AT_A_TIME = 10

# WCAG 1.4.12: a reader may space text like this, and nothing may be lost.
TEXT_SPACING = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }
"""

REMEMBER_STYLES = """() => {
    const parts = ['outline', 'boxShadow', 'backgroundColor', 'color', 'borderTopColor', 'borderBottomColor',
        'textDecorationLine', 'textDecorationThickness', 'opacity'];
    const look = (element, pseudo) => {
        const style = getComputedStyle(element, pseudo);
        return parts.map(part => style[part]).join(' ');
    };
    window.styleOf = element => [element, element.parentElement, ...(element.labels ?? [])]
        .map(each => look(each) + look(each, '::before') + look(each, '::after')).join('\\n');
    window.stylesBefore = new Map();
    document.querySelectorAll('a, button, input, select, textarea, summary, [tabindex]')
        .forEach(element => window.stylesBefore.set(element, window.styleOf(element)));
}"""

# At a press of the Tab key the stop before it has come to rest: it is described then, without asking again.
DESCRIBE_STOPS = """() => {
    const seen = new Set();
    const describe = element => {
        if (!element || element === document.body || seen.has(element)) return null;
        seen.add(element);
        const box = [...element.getClientRects()].find(rect => rect.width && rect.height);
        const words = (element.getAttribute('aria-label') || element.innerText || element.name || '').trim();
        const name = `${element.tagName.toLowerCase()} "${words.slice(0, 50)}"`;
        const left = Math.max(0, box?.left ?? 0), right = Math.min(innerWidth, box?.right ?? 0);
        const top = Math.max(0, box?.top ?? 0), bottom = Math.min(innerHeight, box?.bottom ?? 0);
        const inWindow = left < right && top < bottom;
        const hit = inWindow && document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        const labels = [...(element.labels ?? [])];
        const belongs = hit && [element, ...labels].some(each => each.contains(hit));
        return {
            name,
            visible: inWindow && getComputedStyle(element).visibility === 'visible',
            uncovered: Boolean(belongs),
            styled: window.stylesBefore.get(element) !== window.styleOf(element),
        };
    };
    window.stops = [];
    let presses = 0;
    document.addEventListener('keydown', event => {
        if (event.key === 'Tab' && presses++) window.stops.push(describe(document.activeElement));
    }, true);
}"""


@cache
def axe_source() -> str:
    return (PROJECT / "node_modules/axe-core/axe.min.js").read_text()


AT_REST = """() => Promise.allSettled(document.getAnimations()
    .filter(animation => animation.effect?.getComputedTiming().endTime !== Infinity)
    .map(animation => animation.finished))"""


def come_to_rest(page: Page) -> None:
    """Waits for what fades or slides, unless it does so for ever."""
    page.evaluate(AT_REST)


def axe_violations(page: Page, rules: dict[str, Any] = RULES) -> list[str]:
    """One line for each place that breaks one of the rules.

    Scripts given by the driver pass the site's own policy. What fades in is judged when it has come to rest.
    """
    page.evaluate(axe_source())
    come_to_rest(page)
    options = {"runOnly": rules, "resultTypes": ["violations"]}
    result: dict[str, Any] = page.evaluate("options => axe.run(document, options)", options)
    return [
        f"{violation['id']}: {node['html'][:160]}"
        for violation in result["violations"]
        for node in violation["nodes"]
    ]


def sideways_scroll(page: Page) -> int:
    """Pixels by which the page is wider than the window."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


def space_text(page: Page) -> None:
    page.evaluate(
        """css => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(css);
            document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
        }""",
        TEXT_SPACING,
    )


def tab_stops(page: Page) -> list[dict[str, Any]]:
    """Every stop of the Tab key from the top of the page: name, visible, uncovered, styled."""
    page.evaluate(REMEMBER_STYLES)
    page.evaluate(DESCRIBE_STOPS)
    stops: list[dict[str, Any] | None] = []
    while None not in stops and len(stops) < MOST_STOPS:
        for _ in range(STOPS_AT_A_TIME):
            page.keyboard.press("Tab")
        before, stops = len(stops), page.evaluate("window.stops")
        assert len(stops) > before, "The page no longer hears the Tab key."
    return list(takewhile(bool, stops))


def bad_stops(page: Page) -> list[str]:
    """One line for each stop that a reader cannot see or tell from the rest."""
    return [
        f"{stop['name']} is not {demand}"
        for stop in tab_stops(page)
        for demand in ("visible", "uncovered", "styled")
        if not stop[demand]
    ]
