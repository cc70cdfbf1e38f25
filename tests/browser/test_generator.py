"""The generator fills a posting in: the preview, the notes, the address, and who can use it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.support.waiting import wait

from .accessibility import faults_at, ready

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page, Route

    from .conftest import Open

pytestmark = pytest.mark.browser

PAGE = "posting-generator.html"
SENIOR = f"{PAGE}#role=machine-learning-engineer&level=senior"

FULL = """() => {
    const setItem = Storage.prototype.setItem;
    Storage.prototype.setItem = function (name, value) {
        if (name.startsWith("hiring ")) throw new Error("full");
        setItem.call(this, name, value);
    };
}"""
"""Lets the browser keep nothing of ours."""


def status(page: Page) -> str:
    """Return what the live region says, once the posting is there."""
    page.locator(".hiring-generator-live").wait_for()
    return page.locator(".hiring-generator-status").inner_text()


def notes(page: Page) -> list[str]:
    page.locator(".hiring-generator-live").wait_for()
    return page.locator("[data-part='notes-list'] li").all_text_contents()


def test_open_facts_are_counted_until_none_is_left(open_page: Open) -> None:
    page = open_page(SENIOR)
    assert status(page) == "2 placeholders left"
    assert page.locator(".hiring-posting mark").all_inner_texts() == [
        "[City, State]",
        "[email address or application portal]",
    ]
    page.get_by_label("Austin, TX").check()
    assert status(page) == "1 placeholder left"
    page.get_by_label("Email address or application portal").fill("jobs@example.org")
    assert status(page) == "1 need is not met", "job boards ask for the day of the first posting"
    page.get_by_label("First posted").fill("2020-01-01")
    assert status(page) == "Ready to copy"
    region = page.locator(".hiring-generator-status")
    assert region.get_attribute("role") == "status"
    assert page.locator(".hiring-posting mark").count() == 0
    link = page.locator(".hiring-posting a", has_text="jobs@example.org")
    assert link.get_attribute("href") == "mailto:jobs@example.org"
    page.get_by_label("Email address or application portal").fill("")
    assert status(page) == "1 placeholder left"


def test_the_companys_address_is_one_click_away(open_page: Open) -> None:
    page = open_page(PAGE)
    page.get_by_role("button", name="Use hiring@fennmoor.example").click()
    assert status(page) == "1 placeholder left"
    field = page.get_by_label("Email address or application portal")
    assert field.input_value() == "hiring@fennmoor.example"
    described = str(field.get_attribute("aria-describedby"))
    assert "cover letter" in page.locator(f"#{described}").inner_text()


def test_choices_change_the_posting_and_what_was_typed_stays(open_page: Open) -> None:
    page = open_page(PAGE)
    page.get_by_label("Requisition number").fill("ENG-1")
    page.get_by_label("Role", exact=True).select_option("data-engineer")
    page.get_by_label("Level").select_option("senior")
    page.get_by_label("Work arrangement").select_option("on-site")
    text = page.locator(".hiring-posting")
    text.locator("h2", has_text="Senior Data Engineer").wait_for()
    text.get_by_text("On site, at the place of work").wait_for()
    assert "Requisition: ENG-1" in text.inner_text()
    page.get_by_text("Parts to show").click()
    page.get_by_label("Benefits").uncheck()
    assert "Benefits" not in text.locator("h3").all_inner_texts()
    page.get_by_label("Benefits").check()
    assert "Benefits" in text.locator("h3").all_inner_texts()


def test_what_is_chosen_while_a_role_is_on_its_way_stays(open_page: Open) -> None:
    page = open_page(PAGE)
    held: list[Route] = []
    page.route("**/generator/roles/data-engineer.js*", lambda route: held.append(route))
    page.get_by_label("Role", exact=True).select_option("data-engineer")
    page.get_by_label("Work arrangement").select_option("on-site")
    page.get_by_text("Parts to show").click()
    page.get_by_label("Benefits").uncheck()
    [route] = held
    route.continue_()
    page.unroute_all()
    text = page.locator(".hiring-posting")
    text.locator("h2", has_text="Data Engineer").wait_for()
    text.get_by_text("On site, at the place of work").wait_for()
    assert "Benefits" not in text.locator("h3").all_inner_texts()


def test_a_remote_job_names_where_people_may_live(open_page: Open) -> None:
    page = open_page(SENIOR)
    page.get_by_label("Work arrangement").select_option("remote")
    assert not page.get_by_label("Austin, TX").is_visible()
    assert any("(J11)" in note for note in notes(page))
    page.get_by_label("Belgium", exact=True).check()
    page.get_by_label("Another country or state").select_option("DE")
    assert page.get_by_label("Germany", exact=True).is_checked()
    page.get_by_label("Another country or state").select_option("US-CA")
    page.get_by_label("California, United States").uncheck()
    text = page.locator(".hiring-posting").inner_text()
    assert "Location: Remote (Belgium; Germany)" in text
    assert "Work environment: Remote: wholly from home" in text
    assert not any("(J11)" in note for note in notes(page))


def test_another_place(open_page: Open) -> None:
    page = open_page(SENIOR)
    page.get_by_label("Another place").check()
    page.get_by_label("City").fill("Boulder")
    page.get_by_label("State or region").fill("Colorado")
    assert any("(J8)" in note for note in notes(page)), "a place without a country"
    page.get_by_label("Country", exact=True).select_option("US")
    assert "Boulder, Colorado, United States" in page.locator(".hiring-posting").inner_text()
    assert not any("(J8)" in note for note in notes(page))
    assert any("Colorado" in note for note in notes(page)), "the law of a place in words"


def test_the_address_leads_back_to_the_choices_and_to_nothing_typed(open_page: Open) -> None:
    page = open_page(PAGE)
    page.get_by_label("Role", exact=True).select_option("data-engineer")
    page.get_by_label("Level").select_option("mid")
    page.get_by_label("Antwerp").check()
    page.get_by_label("Austin").check()
    page.get_by_label("Another place").check()
    page.get_by_label("City").fill("Secret City")
    page.get_by_label("Requisition number").fill("SECRET-1")
    page.get_by_label("Email address or application portal").fill("secret@example.org")
    page.get_by_text("Parts to show").click()
    page.get_by_label("Travel").uncheck()
    page.get_by_role("button", name="Copy link").click()
    page.locator(".hiring-generator-said", has_text="The link is copied").wait_for()
    link = page.locator(".hiring-generator-link").inner_text()
    assert link.endswith("#role=data-engineer&level=mid&place=austin,antwerp&without=travel")
    assert link == page.evaluate("location.href")
    assert "What you typed is not in it" in page.locator(".hiring-generator-said").inner_text()
    before = page.locator(".hiring-posting").inner_text()
    page.evaluate("sessionStorage.clear()")  # as somebody else who is sent the link
    page.goto("about:blank")
    page = open_page(link)
    assert status(page) == "1 placeholder left"
    after = page.locator(".hiring-posting").inner_text()
    assert "Secret City" in before
    assert "Austin, TX, United States; Antwerp, Belgium" in after
    assert "Travel:" not in after
    assert "ecret" not in after


def test_what_was_typed_survives_a_reload_and_is_forgotten_when_asked(open_page: Open) -> None:
    page = open_page(SENIOR)
    forget = page.get_by_role("button", name="Forget what I typed")
    status(page)
    assert not forget.is_visible(), "there is nothing to forget"
    page.get_by_label("Requisition number").fill("ENG-1")
    page.get_by_label("Another place").check()
    page.get_by_label("City").fill("Boulder")
    page.reload()
    assert status(page) == "1 placeholder left"
    assert page.get_by_label("City").input_value() == "Boulder"
    text = page.locator(".hiring-posting")
    assert "Requisition: ENG-1" in text.inner_text()
    assert "Boulder" in text.inner_text()
    forget.click()
    page.locator(".hiring-generator-said", has_text="is forgotten").wait_for()
    assert page.get_by_label("Requisition number").input_value() == ""
    assert "Boulder" not in text.inner_text()
    kept = page.evaluate("JSON.stringify([{...sessionStorage}, {...localStorage}])")
    assert "hiring generator" not in kept
    page.reload()
    assert status(page) == "2 placeholders left"


@pytest.mark.parametrize(
    "kept", ['{"facts": 1}', "[]", '"x"', "{", '{"facts": {"apply": {}}, "elsewhere": 5}']
)
def test_what_is_kept_may_be_anything(open_page: Open, kept: str) -> None:
    page = open_page(PAGE)
    name = "`hiring generator 0 ${location.pathname}`"
    page.evaluate(f"kept => sessionStorage.setItem({name}, kept)", kept)
    page.reload()
    assert status(page) == "2 placeholders left"


def test_a_browser_that_keeps_nothing(open_page: Open) -> None:
    page = open_page(PAGE)
    status(page)
    page.evaluate(FULL)
    page.get_by_label("Requisition number").fill("ENG-1")
    assert "Requisition: ENG-1" in page.locator(".hiring-posting").inner_text()


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (375, 667)])
@pytest.mark.parametrize("scheme", ["http", "file"])
def test_a_role_leads_to_the_form(
    open_page: Open, folder: Path, scheme: str, width: int, height: int
) -> None:
    root = f"{folder.as_uri()}/" if scheme == "file" else ""
    page = open_page(f"{root}roles/data-engineer.html", width=width, height=height)
    page.get_by_role("link", name="Customize this posting").click()
    form = page.get_by_role("form", name="Choices for the posting")
    page.locator(".hiring-posting h2", has_text="Data Engineer").wait_for()
    header = page.locator("#pst-header").evaluate("it => it.getBoundingClientRect().bottom")

    def top() -> float:
        return float(form.evaluate("it => it.getBoundingClientRect().top"))

    wait(lambda: header <= top() < height / 4)
    before = top()
    page.evaluate("scrollTo(0, 0)")
    page.evaluate("location.hash = '#role=data-scientist&level=senior'")  # a link that was copied
    wait(lambda: top() == before)


def test_a_reload_leaves_the_reader_where_they_were(open_page: Open) -> None:
    page = open_page(SENIOR)
    status(page)
    page.evaluate("scrollTo(0, 1000)")
    page.reload()
    status(page)
    wait(lambda: bool(page.evaluate("scrollY") == 1000))


def test_nothing_alarms_before_anything_is_done(open_page: Open) -> None:
    page = open_page(SENIOR)
    assert status(page) == "2 placeholders left"
    shown = page.locator("[data-part='status'], [data-part='notes']")
    assert shown.evaluate_all("all => all.map((it) => it.dataset.state)") == ["fresh", "fresh"]
    title = page.locator("[data-part='notes-title']")
    assert title.inner_text() == "4 to settle, 2 needed"
    page.get_by_label("Austin, TX").check()
    assert shown.evaluate_all("all => all.map((it) => it.dataset.state)") == ["open", "open"]
    page.get_by_label("First posted").fill("2020-01-01")
    assert title.inner_text() == "2 to settle"
    assert shown.evaluate_all("all => all.map((it) => it.dataset.state)") == ["open", "fresh"]


def test_a_law_is_met_by_a_field_that_the_note_leads_to(open_page: Open) -> None:
    page = open_page(f"{SENIOR}&place=denver")
    page.get_by_role("button", name="Use hiring@fennmoor.example").click()
    page.get_by_label("First posted").fill("2020-01-01")
    page.get_by_label("Apply by").fill("2999-01-01")
    assert status(page) == "1 need is not met"
    page.locator("[data-part='notes-title']").click()
    page.get_by_role("button", name="Go to “Other pay”").click()
    page.keyboard.type("A bonus of up to 10 % a year")
    assert status(page) == "Ready to copy"
    assert "Other pay: A bonus of up to 10 % a year" in page.locator(".hiring-posting").inner_text()
    page.get_by_text("Parts to show").click()
    page.get_by_label("Pay range").uncheck()
    assert status(page) == "1 need is not met"
    page.get_by_text("Parts to show").click()
    page.get_by_role("button", name="Go to “Pay range”").first.click()
    page.keyboard.press("Space")
    assert status(page) == "Ready to copy"


def test_where_a_need_is_stated_that_no_field_asks_for(open_page: Open, folder: Path) -> None:
    page = open_page(SENIOR)
    status(page)
    text = (folder / "generator/roles/data-engineer.js").read_text(encoding="utf-8")
    without_pay = text.replace("entry pay", "entry other").replace('"pay":', '"other":')
    page.route("**/roles/data-engineer.js*", lambda route: route.fulfill(body=without_pay))
    page.get_by_label("Role", exact=True).select_option("data-engineer")
    page.locator(".hiring-posting h2", has_text="Data Engineer").wait_for()
    page.get_by_label("Denver").check()
    page.unroute_all()
    [note] = [it for it in notes(page) if "Show the pay range: Colorado" in it]
    assert "It is stated on the role's page, as its pay." in note


@pytest.mark.parametrize(
    ("low", "high", "narrow"), [(100000, 150000, True), (100000, 150001, False), (1, 200001, True)]
)
def test_how_wide_a_range_may_be(
    open_page: Open, folder: Path, low: int, high: int, narrow: bool
) -> None:
    page = open_page(f"{PAGE}#work=remote&live=CA-ON")
    status(page)
    text = (folder / "generator/roles/data-engineer.js").read_text(encoding="utf-8")
    in_canada = text.replace('"currency":"USD"', '"currency":"CAD"')
    ends = f'"minValue":{low},"maxValue":{high}'
    in_canada, found = re.subn(r'"minValue":\d+,"maxValue":\d+', ends, in_canada)
    assert found
    page.route("**/roles/data-engineer.js*", lambda route: route.fulfill(body=in_canada))
    page.get_by_label("Role", exact=True).select_option("data-engineer")
    page.locator(".hiring-posting h2", has_text="Data Engineer").wait_for()
    page.unroute_all()
    assert any("Say whether the posting is for" in note for note in notes(page))
    assert not any("Say whether artificial" in note for note in notes(page)), "the company says it"
    assert any("Narrow the pay range: Ontario" in note for note in notes(page)) is not narrow


def test_an_address_that_is_wrong_changes_nothing(open_page: Open) -> None:
    page = open_page(f"{PAGE}#role=nobody&level=x&work=y&place=z&live=ZZ&without=%ff")
    assert status(page) == "2 placeholders left"
    assert page.get_by_label("Role", exact=True).input_value() == "data-analyst"


@pytest.mark.parametrize(
    ("chosen", "wanted"),
    [
        ("place=austin", []),
        ("place=denver", ["Give the last day for applications: Colorado.", "Say what other pay"]),
        ("place=denver&without=pay", ["Show the pay range: Colorado."]),
        ("place=antwerp&without=pay", ["Show the pay range: European Union (the directive is to"]),
        ("place=austin&without=pay", []),
        ("work=remote&live=US&without=pay", ["California", "New Jersey, Vermont"]),
        ("work=remote&live=US-OH&without=pay", ["Show the pay range: Cleveland"]),
        ("work=remote&live=CA-ON", ["Say whether the posting is for"]),
        ("work=remote&live=DE-BE,GB", []),
        ("work=remote&live=US-TX&without=pay", []),
        ("work=remote&live=US&without=benefits", ["Name the benefits: Colorado, Washington"]),
    ],
)
def test_notes_on_pay_laws(open_page: Open, chosen: str, wanted: list[str]) -> None:
    found = [note for note in notes(open_page(f"{SENIOR}&{chosen}")) if "(Pay law)" in note]
    for words in wanted:
        assert any(words in note for note in found), (words, found)
    assert bool(found) is bool(wanted)


def test_a_town_has_a_law_of_its_own_and_a_country_a_word_for_its_parts(open_page: Open) -> None:
    page = open_page(f"{SENIOR}&without=pay")
    page.get_by_label("Another place").check()
    page.get_by_label("City").fill("brooklyn")
    page.get_by_label("State or region").fill("NY")
    page.get_by_label("Country", exact=True).select_option("US")
    assert any("Show the pay range: New York, New York City." in note for note in notes(page))
    page.get_by_label("City").fill("Buffalo")
    page.get_by_label("State", exact=True).fill("New York")
    assert any("Show the pay range: New York." in note for note in notes(page))
    page.get_by_label("Country", exact=True).select_option("CA")
    page.get_by_label("Province", exact=True).fill("Ontario")
    assert any("Show the pay range: Ontario." in note for note in notes(page))


def test_what_nobody_may_be_asked_for(open_page: Open) -> None:
    page = open_page(f"{SENIOR}&work=remote&live=CA-ON")
    other = page.get_by_label("Other pay")
    for said, wrong in {
        "None, for Canadian experience": True,
        "Canadian experience is not asked for": False,
        "None without Canadian experience": True,
    }.items():
        other.fill(said)
        assert any("Ask for no experience in that" in note for note in notes(page)) is wrong, said
    page.get_by_label("Vacancy").fill("It exists.")
    assert "Vacancy: It exists." in page.locator(".hiring-posting").inner_text()
    assert not any("for a vacancy" in note for note in notes(page))


def test_notes_on_job_boards_go_as_the_facts_come(open_page: Open) -> None:
    page = open_page(f"{SENIOR}&without=pay,education,experience,brief")
    found = "".join(notes(page))
    for rule in ("J3", "J5", "J8", "J9", "J13", "J14", "J16", "J17"):
        assert f"({rule})" in found
    page.get_by_label("First posted").fill("2999-12-01")
    page.get_by_label("Apply by").fill("2999-11-30")
    found = "".join(notes(page))
    assert "still to come" in found
    assert "not after the day of the first posting" in found
    page.get_by_label("First posted").fill("2020-01-01")
    page.get_by_label("Apply by").fill("2020-02-01")
    assert "is over" in "".join(notes(page))
    page.goto("about:blank")
    page = open_page(f"{SENIOR}&place=austin")
    page.get_by_label("First posted").fill("2020-01-01")
    page.get_by_label("Apply by").fill("2999-12-31")
    page.get_by_label("Requisition number").fill("competitive salary")
    assert [note[-6:] for note in notes(page)] == [" (pay)"]
    page.get_by_label("Requisition number").fill("ENG-1")
    assert not page.locator("[data-part='notes']").is_visible()


def test_paper_shows_the_posting_alone(open_page: Open) -> None:
    page = open_page(SENIOR, scheme="dark")
    status(page)
    page.emulate_media(media="print")
    assert page.locator(".hiring-posting h2").is_visible()
    for gone in ("h1", "form", ".hiring-generator-bar", "#pst-header"):
        assert not page.locator(gone).first.is_visible(), gone
    page.emulate_media(media="screen")
    page.evaluate("""window.print = () => {
        const marked = document.querySelectorAll(".hiring-printed");
        window.printed = [...marked].map((it) => it.className).join();
    }""")
    page.get_by_role("button", name="Print", exact=True).click()
    assert "hiring-posting" in page.evaluate("window.printed")
    assert page.locator(".hiring-printed").count() == 1


def test_the_keyboard_alone(open_page: Open) -> None:
    page = open_page(PAGE)
    status(page)
    page.get_by_label("Role", exact=True).focus()
    page.keyboard.press("ArrowDown")
    page.locator(".hiring-posting h2", has_text="Data Engineer").wait_for()
    page.keyboard.press("Tab")
    for _ in ("entry", "mid", "senior"):
        page.keyboard.press("ArrowDown")
    for key in ("Tab", "Tab", "Space", "Tab", "Space"):
        page.keyboard.press(key)
    wanted = "#role=data-engineer&level=senior&place=austin,denver"
    assert page.evaluate("location.hash") == wanted
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.do") == "copy":
            break
    page.keyboard.press("Enter")
    page.locator(".hiring-generator-said", has_text="The posting is copied").wait_for()


def test_no_fault_that_a_program_finds(open_page: Open) -> None:
    page = open_page(f"{SENIOR}&place=denver", width=320)
    status(page)
    page.get_by_label("Another place").check()
    ready(page)
    for width in (320, 1280):
        assert faults_at(page, width) == [], width
        assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("width", [1280, 320])
def test_without_script_the_template_stands_there(
    open_page: Open, folder: Path, width: int
) -> None:
    page = open_page(f"{PAGE}#role=data-scientist&level=senior", width=width, script=False)
    text = page.locator(".hiring-posting")
    assert text.locator(".hiring-placeholder").all_inner_texts() == [
        "[City, State]",
        "[email address or application portal]",
    ]
    assert "Pay range:" in text.inner_text()
    dead = ".hiring-generator :is(button, input, select)"
    assert page.locator(dead).locator("visible=true").count() == 0
    anchor = page.locator("[id='role=data-scientist&level=senior']")
    wait(lambda: 0 < anchor.evaluate("it => it.getBoundingClientRect().top") < 900)
    path = str(
        page.locator("noscript:has([id$='scientist&level=senior']) + a").get_attribute("href")
    )
    assert path == "postings/data-scientist--senior.txt"
    assert (folder / path).exists()


def test_who_has_gone_on_keeps_the_place(open_page: Open) -> None:
    page = open_page(PAGE)
    status(page)
    page.get_by_label("Requisition number").fill("ENG")
    page.evaluate("""() => {
        const role = document.querySelector("select[name=role]");
        role.value = "software-engineer";
        role.dispatchEvent(new Event("change"));
    }""")
    page.locator(".hiring-posting h2", has_text="Software Engineer").wait_for()
    page.keyboard.type("-1")
    assert page.get_by_label("Requisition number").input_value() == "ENG-1"
    assert "Requisition: ENG-1" in page.locator(".hiring-posting").inner_text()


def test_what_can_not_be_loaded_is_said(open_page: Open, address: str) -> None:
    page = open_page("index.html").context.browser.new_page()  # type: ignore[union-attr]
    page.route("**/generator/roles/data-engineer.js*", lambda route: route.abort())
    page.goto(f"{address}{PAGE}")
    status(page)
    page.get_by_label("Role", exact=True).select_option("data-engineer")
    page.locator(".hiring-generator-said", has_text="can't be loaded").wait_for()
    page.unroute_all()
    page.get_by_label("Role", exact=True).select_option("data-analyst")
    page.get_by_label("Role", exact=True).select_option("data-engineer")
    page.locator(".hiring-posting h2", has_text="Data Engineer").wait_for()
    page.close()
