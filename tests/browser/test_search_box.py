"""The search as one box: Enter, chips, cards, the ways there and back, and what is missing."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from .accessibility import faults_at, load_axe
from .searching import ASK, FIELD, RESULT, answered, searched

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Route

    from .conftest import Open

pytestmark = pytest.mark.browser

ROLE = "roles/data-engineer.html"
TITLE = re.compile(r"^# (.+)$", re.MULTILINE)
WORD = re.compile(r"[^\W_]+")
MARKED = "[...(CSS.highlights.get('hiring-search') ?? [])].map((it) => it.toString().toLowerCase())"


def typed(open_page: Open, query: str, width: int = 1280) -> Page:
    page = open_page(ROLE, width=width)
    page.keyboard.press("/")
    page.keyboard.type(query)
    return answered(page, query)


def first(page: Page, root: str = "dialog ") -> str:
    return str(page.locator(root + RESULT).first.evaluate("it => it.href"))


def test_enter_opens_the_first_result(open_page: Open) -> None:
    page = typed(open_page, "mlops on call")
    wanted = first(page)
    page.keyboard.press("Enter")
    page.wait_for_url(wanted)


def test_enter_waits_for_the_result(open_page: Open) -> None:
    page = open_page(ROLE)
    page.keyboard.press("/")
    page.keyboard.type("kubernetes")
    page.keyboard.press("Enter")
    page.wait_for_url("**/skills.html#skill-kubernetes")


def test_another_key_opens_a_new_tab(open_page: Open) -> None:
    page = typed(open_page, "kubernetes")
    with page.context.expect_page() as opened:
        page.keyboard.press("Control+Enter")
    opened.value.wait_for_url("**/skills.html#skill-kubernetes")
    opened.value.close()
    assert page.url.endswith(ROLE)


def test_back_returns_to_the_query(open_page: Open) -> None:
    page = typed(open_page, "kubernetes")
    page.keyboard.press("Enter")
    page.wait_for_url("**/skills.html#skill-kubernetes")
    page.go_back()
    expect(page.locator("dialog[open] input")).to_have_value("kubernetes")
    page.locator(f"dialog {RESULT}").first.wait_for()
    page.keyboard.press("Escape")
    # The browser tells of the closed box a moment later, and only then is the query forgotten.
    page.wait_for_function("() => !history.state")
    page.reload()
    assert page.locator("dialog[open]").count() == 0


def test_the_page_marks_the_words_until_they_are_taken_off(open_page: Open) -> None:
    page = typed(open_page, "mlops night duty")
    page.locator(f"dialog {RESULT}").first.click()
    page.wait_for_function("() => CSS.highlights.has('hiring-search')")
    assert page.evaluate(MARKED)
    page.get_by_role("button", name="Remove the marks").click()
    assert page.evaluate(MARKED) == []
    page.reload()
    assert page.evaluate(MARKED) == []


def test_roles_are_offered_before_anything_is_typed(open_page: Open) -> None:
    page = open_page(ROLE)
    page.keyboard.press("/")
    link = page.locator("dialog").get_by_role("link", name="MLE Machine Learning Engineer")
    link.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/roles/data-analyst.html")


def test_a_phone_has_a_way_to_close_it(open_page: Open) -> None:
    page = typed(open_page, "pay", width=390)
    page.get_by_role("button", name="Close").click()
    page.get_by_role("dialog", name="Search").wait_for(state="hidden")


def test_axe_finds_nothing(open_page: Open) -> None:
    def is_sound(what: str) -> None:
        for width in (390, 1280):
            assert faults_at(page, width, "dialog[open]") == [], (what, width)

    page = open_page(ROLE, width=390)
    load_axe(page)
    page.keyboard.press("/")
    page.locator("dialog").get_by_role("link", name="MLE").wait_for()
    is_sound("nothing")
    for query in ("data scientist salary", "jobs in denver", "quuxly software engineer"):
        page.locator("dialog input").fill(query)
        answered(page, query)
        page.get_by_role("status").filter(has_text="results on").wait_for()
        is_sound(query)


CARDS = {
    "who is the boss of a data engineer": ("Data Engineer: Reports to", "Head of Data Science"),
    "senior swe salary": ("Senior Software Engineer: Pay", "$138,000 to $160,000"),
    "mle occupation code": ("Machine Learning Engineer: Occupation", "15-2051.00 Data Scientists"),
    "which degree for a data analyst": ("Data Analyst: Education", "Bachelor"),
    "Gehalt Data Scientist": ("Data Scientist: Pay", "$105,000 to $170,000"),
}


@pytest.mark.parametrize("query", CARDS)
def test_a_role_and_a_fact_are_answered(open_page: Open, query: str) -> None:
    of, said = CARDS[query]
    card = searched(open_page, query).locator(".hiring-search-card")
    expect(card).to_contain_text(of)
    expect(card).to_contain_text(said)


def test_no_card_where_more_is_asked(open_page: Open) -> None:
    page = searched(open_page, "data engineer rail salary")
    assert page.locator(".hiring-search-card").count() == 0


def test_a_closed_job_is_called_closed_and_comes_last(open_page: Open) -> None:
    page = searched(open_page, "jobs in denver")
    kinds = page.locator("#search-results .hiring-hit-kind").all_inner_texts()
    jobs = [kind.partition(" · ")[0] for kind in kinds if "ob" in kind.partition(" · ")[0]]
    assert jobs[0] == "Open job"
    assert "Closed job" in jobs
    assert jobs == sorted(jobs, key=["Open job", "Job, not open yet", "Closed job"].index)
    pay = "$115,000 to $130,000 per year"
    assert f"Denver, CO · hybrid · {pay} · until January 15, 2027" in kinds[0]
    page.get_by_role("button", name=re.compile("Open jobs")).click()
    answered(page, "jobs in denver")
    hits = page.locator("#search-results .hiring-hit-kind").all_inner_texts()
    assert hits
    assert not any(hit.startswith("Closed") for hit in hits)


def test_a_word_that_is_nowhere_is_named_and_the_rest_is_answered(open_page: Open) -> None:
    page = searched(open_page, "quuxly software engineer")
    note = page.locator(".hiring-search-note")
    expect(note).to_have_text("No page has quuxly. These answer software engineer:")
    assert first(page, "main ").endswith("roles/software-engineer.html")
    link = page.get_by_role("link", name="Tell us")
    assert "quuxly%20software%20engineer" in str(link.get_attribute("href"))


@pytest.mark.parametrize("query", ["weather in denver", "truck driver license", "book a room"])
def test_words_that_stand_on_pages_by_chance_find_nothing(open_page: Open, query: str) -> None:
    """No page is called by them, and none says them all."""
    page = searched(open_page, query)
    assert page.locator(f"main {RESULT}").count() == 0


@pytest.mark.parametrize("title", ["How we hire", "How hiring works", "Levels side by side"])
def test_a_title_finds_its_page(open_page: Open, title: str) -> None:
    """Whatever its words ask for beside: hiring is also a word of those who look for a job."""
    page = searched(open_page, title)
    assert page.locator(f"main {RESULT}").first.inner_text() == title


def test_a_keyword_finds_the_page_that_states_it(open_page: Open) -> None:
    assert first(searched(open_page, "cover letter"), "main ").endswith(
        "careers/application-checklist.html"
    )


@pytest.mark.parametrize("query", ["data e", "head of data s", "how w", "posting g", "machine l"])
def test_a_word_that_is_begun_empties_no_list(open_page: Open, query: str) -> None:
    page = searched(open_page, query)
    assert page.locator(f"main {RESULT}").count() > 0


def test_names_are_found_while_they_are_typed(open_page: Open) -> None:
    """No prefix of a name is blank, and its page is among the first three."""
    page = open_page("search.html")
    page.wait_for_function("globalThis.hiringSearch?.shared")
    blank, count, found = page.evaluate(
        """async () => {
            const { roles } = await hiringSearch.shared.ask("choices");
            const blank = [];
            let [count, found] = [0, 0];
            for (const { title, url } of roles) {
                for (let end = 3; end <= title.length; end += 1) {
                    const query = title.slice(0, end);
                    const { groups } = await hiringSearch.shared.ask("ask", { query });
                    if (!groups.length) blank.push(query);
                    count += 1;
                    found += groups.slice(0, 3).some((group) => group.url === url) ? 1 : 0;
                }
            }
            return [blank, count, found];
        }"""
    )
    assert blank == []
    assert found / count >= 0.95


def test_no_name_is_blank_while_it_is_typed(open_page: Open, folder: Path) -> None:
    """At the end of each word and a letter before: at a trade, a small word, what begins one."""
    stated = json.loads((folder / "handbook.json").read_text("utf-8"))
    names = [*(it["title"] for it in stated["roles"]), *(it["name"] for it in stated["skills"])]
    names += [alias for it in (*stated["roles"], *stated["skills"]) for alias in it["aliases"]]
    pages = (file for file in folder.rglob("*.md") if "postings" not in file.parts)
    titles = (TITLE.search(it.read_text("utf-8")) for it in pages)
    names += [it[1] for it in titles if it]
    ends = {
        (name, it.end() - less) for name in names for it in WORD.finditer(name) for less in (0, 1)
    }
    queries = sorted({name[:end] for name, end in ends if end >= 3})
    page = open_page("search.html")
    page.wait_for_function("globalThis.hiringSearch?.shared")
    found = page.evaluate(ASK, queries)
    assert [query for query in queries if not found[query]] == []


def test_a_slip_in_the_name_of_a_skill_finds_it(open_page: Open) -> None:
    """It has no page of its own; a word of five letters is otherwise near to too many."""
    page = open_page("search.html")
    page.wait_for_function("globalThis.hiringSearch?.shared")
    for hits in page.evaluate(ASK, ["pyton", "pythn"]).values():
        assert hits[0].endswith("skills.html#skill-python")


@pytest.mark.parametrize("part", ["pages", "words"])
def test_a_part_that_is_missing_costs_no_more_than_itself(
    browser: Browser, address: str, part: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    lost: list[str] = []

    def lose(route: Route) -> None:
        name = route.request.url.partition("?")[0]
        lost.append(name)
        if name == lost[0]:
            route.fulfill(status=404, body="")
        else:
            route.continue_()

    page.route(f"**/search/{part}/*.js*", lose)
    page.goto(f"{address}search.html#q=data+scientist+salary")
    page.locator(RESULT).first.wait_for()
    page.get_by_text("can’t be loaded now").first.wait_for()
    page.unroute_all()
    page.locator(FIELD).fill("data scientist salar")
    answered(page, "data scientist salar")
    assert page.get_by_text("can’t be loaded now").count() == 0
    context.close()


def test_the_message_of_a_lost_line_goes_away_by_itself(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(address + ROLE)
    page.wait_for_load_state("networkidle")
    context.set_offline(True)
    page.route("**/hiring/search/box.js*", lambda route: route.abort())
    page.keyboard.press("/")
    said = page.locator("dialog .hiring-search-fault")
    said.wait_for()
    assert page.locator(".hiring-search-fault").count() == 1
    page.unroute_all()
    context.set_offline(False)
    said.wait_for(state="detached")
    page.keyboard.type("k8s")
    page.locator(f"dialog {RESULT}").first.wait_for()
    context.close()
