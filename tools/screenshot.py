"""Take the README's picture: the levels on a role's page, as `make html` built it."""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

PROJECT = Path(__file__).parents[1]
sys.path.insert(0, str(PROJECT))  # run as a file, Python looks for modules beside it

from tools.chromium import HOW_TO_GET_ONE, find  # noqa: E402

PAGE = PROJECT / "_build/html/roles/machine-learning-engineer.html"
PICTURE = PROJECT / "tools/screenshots/role.png"

# Hinting and the system's own font differ from one machine to the next. Liberation Sans has the
# widths of what most readers' systems show, and is installed with Chromium where that is missing.
FLAGS = ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"]
FONT = 'html { --pst-font-family-base-system: "Liberation Sans", Arial, sans-serif; }'


def main() -> int:
    """Write the picture; 1 where there is no page or no browser."""
    browser_path = find()
    if browser_path is None:
        print(HOW_TO_GET_ONE, file=sys.stderr)
        return 1
    if not PAGE.exists():
        print(f"{PAGE} is missing: run make html first.", file=sys.stderr)
        return 1
    PICTURE.parent.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 960}, color_scheme="light")
        page.goto(PAGE.as_uri())
        page.add_style_tag(content=FONT)
        page.locator("#levels").evaluate("section => section.scrollIntoView()")
        page.screenshot(path=PICTURE, animations="disabled")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
