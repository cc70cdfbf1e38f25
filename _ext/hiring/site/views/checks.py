"""The rules of the review, as the guide lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel import Locale
from docutils import nodes

from hiring.checks.catalog import (
    BUILD,
    FAMILIES,
    OF_THE_READER,
    OF_WAIVERS,
    OWN,
    REFUSED,
    RULE_FAILED,
    WAIVING,
    checks_in,
)
from hiring.model.language_tags import primary
from hiring.model.lexicon import message_lexicon
from hiring.model.messages import gettext, message_language, ngettext, translate
from hiring.model.slugs import key_from
from hiring.site.nodes.disclosures import group_entries, group_item, group_list, group_title
from hiring.site.nodes.voice import marked_section
from hiring.site.views.build import paragraph, target, text, with_code

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hiring.checks.rule_text import RuleText


def families(own: Iterable[RuleText], language: str = "") -> list[nodes.section]:
    """Return all rules, a section a family, in the language of messages.

    ``own`` are those of the company. ``language`` marks ours on a page in another language.
    """
    found: dict[str, Iterable[RuleText]] = {
        **{name: checks_in(*modules) for name, modules in FAMILIES.items()},
        WAIVING: (*OF_WAIVERS, RULE_FAILED),
        **({OWN: own} if own else {}),
        REFUSED: (*OF_THE_READER, BUILD),
    }
    return [
        marked_section(_family(name, rules), "" if rules is own else language)
        for name, rules in found.items()
    ]


def _family(name: str, rules: Iterable[RuleText]) -> nodes.section:
    """Return a family of rules under its heading, folded; each rule has an anchor that opens it."""
    entries = [_rule(rule) for rule in rules]
    listed = nodes.definition_list("", *entries, classes=["hiring-rules"])
    number = ngettext("{number} rule", "{number} rules", len(entries))
    count = group_title("", "", nodes.Text(number))
    folded = group_list("", group_item("", count, group_entries("", listed)))
    title, anchor = translate(name), f"rules-{key_from(name)}"
    return nodes.section("", nodes.title(title, title), folded, ids=[anchor], names=[])


def _named(languages: Iterable[str]) -> str:
    """Return languages by their names, as `English, German and French`."""
    names = Locale.parse(primary(message_language())).languages
    return message_lexicon().all_of(tuple(names[tag] for tag in languages))


def _rule(rule: RuleText) -> nodes.definition_list_item:
    term = nodes.term("", "", target(f"rule-{rule.name}"), nodes.literal(rule.name, rule.name))
    term += text(f" {rule.severity}", "hiring-weight")
    meaning = f"{translate(rule.meaning)} {translate(rule.why)}".strip()
    said = nodes.definition("", paragraph(*with_code(meaning)))
    if rule.source:
        # Who says so is cited as they are called.
        cited = gettext("Source: {source}", source=rule.source)
        said += paragraph(*with_code(cited), classes=["hiring-meta"])
    if rule.languages:
        read = gettext("Reads {languages}.", languages=_named(rule.languages))
        said += paragraph(text(read), classes=["hiring-meta"])
    return nodes.definition_list_item("", term, said)
