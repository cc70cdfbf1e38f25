"""What axe finds on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from axe_playwright_python.base import AXE_SCRIPT

if TYPE_CHECKING:
    from playwright.sync_api import Page

EVERYTHING = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLORS = ["color-contrast", "link-in-text-block"]

LOOKS: list[tuple[int, Literal["light", "dark"]]] = [(390, "dark"), (1280, "light")]
"""In what a page is looked at whose kind is seen at each width in each scheme elsewhere.

It is opened narrow and then widened: while a page comes in, the theme lets the keyboard reach the
tables that scroll, and a window that narrows later has it do so only after a while.
"""

READ_COLORS_ONCE = """(() => {
    const { prototype } = axe.commons.color.Color;
    const read = prototype.parseString;
    const known = new Map();
    prototype.parseString = function (text) {
        if (!known.has(text)) {
            const { r, g, b, alpha } = read.call(this, text);
            known.set(text, { r, g, b, alpha });
        }
        return Object.assign(this, known.get(text));
    };
})()"""
"""A page has thousands of words in a dozen colors: to read each anew is a third of axe's work."""

AXE = """(() => {
    class Marks {
        at = Symbol();
        has(it) { return Object.hasOwn(it, this.at); }
        get(it) { return it[this.at]; }
        set(it, value) { it[this.at] = value; return this; }
        add(it) { return this.set(it, true); }
        delete(it) { return this.has(it) && delete it[this.at]; }
    }
    const [WeakMap, WeakSet] = [Marks, Marks];
    %s
})()"""
"""Lets axe keep on a color what is private to it: its weak maps of them are a fifth of its work."""

RUN = """async ([where, rules]) => {
    const options = {runOnly: rules, resultTypes: ["violations"], preload: false};
    return (await axe.run(where, options)).violations;
}"""


def faults(page: Page, rules: list[str] = EVERYTHING, where: str = "html") -> list[str]:
    """Return what axe finds in a part of a page, by some of its rules."""
    found: list[dict[str, Any]] = page.evaluate(RUN, [where, rules])
    return [f"{fault['id']}: {node['html']}" for fault in found for node in fault["nodes"]]


def faults_at(page: Page, width: int, where: str = "html") -> list[str]:
    """Return what axe finds in a window of some width, in light and in dark.

    A change of scheme changes nothing but colors, so the dark page is asked about these.
    """
    show(page, width, "light")
    found = faults(page, where=where)
    show(page, width, "dark")
    return found + [f"in the dark: {it}" for it in faults(page, COLORS, where)]


def show(page: Page, width: int, scheme: Literal["light", "dark"]) -> None:
    """Let an open page be in a window of some width, in one of its schemes."""
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    page.locator(f"html[data-theme='{scheme}']").wait_for()


def load_axe(page: Page) -> None:
    """Let a page have axe, and stop what moves: a color half way to another is none of the page."""
    page.emulate_media(reduced_motion="reduce")
    page.evaluate(AXE.replace("%s", AXE_SCRIPT))
    page.evaluate(READ_COLORS_ONCE)


def ready(page: Page) -> Page:
    """Open a few questions, since axe looks only at what is shown, and let the page have axe."""
    if "search" in page.url:
        page.get_by_role("status").filter(has_text="results on").wait_for()
    page.evaluate(
        "for (const it of [...document.querySelectorAll('details')].slice(0, 3)) it.open = true"
    )
    load_axe(page)
    return page
