"""The rules of the review, as the guide lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel import Locale
from docutils import nodes

from hiring.checks.catalog import BUILD, FAMILIES, OF_THE_READER, OF_WAIVERS, RULE_FAILED, checks_in
from hiring.model.language_tags import ENGLISH
from hiring.model.slugs import key_from
from hiring.site.nodes.disclosures import group_entries, group_item, group_list, group_title
from hiring.site.nodes.voice import marked_section
from hiring.site.views.build import paragraph, target, text, with_code

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hiring.checks.rule_text import RuleText


def families(own: Iterable[RuleText], english: str = "") -> list[nodes.section]:
    """Return all rules, a section a family; ``own`` are those of the company.

    ``english`` marks ours, which are in English alone, on a page in another language.
    """
    found: dict[str, Iterable[RuleText]] = {
        **{name: checks_in(*modules) for name, modules in FAMILIES.items()},
        "Waivers and settings": (*OF_WAIVERS, RULE_FAILED),
        **({"Rules of our own": own} if own else {}),
        "What the reader refuses": (*OF_THE_READER, BUILD),
    }
    return [
        marked_section(
            _family(name, f"rules-{key_from(name)}", rules), "" if rules is own else english
        )
        for name, rules in found.items()
    ]


def _family(name: str, anchor: str, rules: Iterable[RuleText]) -> nodes.section:
    """Return a family of rules under its heading, folded; each rule has an anchor that opens it."""
    entries = [_rule(rule) for rule in rules]
    listed = nodes.definition_list("", *entries, classes=["hiring-rules"])
    count = group_title("", "", nodes.Text(f"{len(entries)} rules"))
    folded = group_list("", group_item("", count, group_entries("", listed)))
    return nodes.section("", nodes.title(name, name), folded, ids=[anchor], names=[])


def _named(languages: Iterable[str]) -> str:
    """Return languages by their names, as `English, German and French`."""
    *names, last = (str(Locale.parse(ENGLISH).languages[tag]) for tag in languages)
    return f"{', '.join(names)} and {last}" if names else last


def _rule(rule: RuleText) -> nodes.definition_list_item:
    term = nodes.term("", "", target(f"rule-{rule.name}"), nodes.literal(rule.name, rule.name))
    term += text(f" {rule.severity}", "hiring-weight")
    said = nodes.definition("", paragraph(*with_code(f"{rule.meaning} {rule.why}".strip())))
    if rule.source:
        said += paragraph(*with_code(f"Source: {rule.source}"), classes=["hiring-meta"])
    if rule.languages:
        said += paragraph(text(f"Reads {_named(rule.languages)}."), classes=["hiring-meta"])
    return nodes.definition_list_item("", term, said)
