"""The settings of Sphinx's own that a handbook depends on."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from hiring.model.language_tags import tag_meant
from hiring.model.messages import gettext
from hiring.model.problem import perhaps
from hiring.model.rules import Rule

if TYPE_CHECKING:
    from hiring.model.report import Report


def check_texts(tree: ast.Module, report: Report, *, with_pages_of_others: bool) -> None:
    """Report what Sphinx would take without a word, and a build would be wrong by.

    A project ``with_pages_of_others`` may be published at a path that no host is known of.
    """
    for statement in ast.walk(tree):
        match statement:
            case ast.Assign([ast.Name("language")], ast.Constant(str(text))) if text:
                meant = tag_meant(text)
                # Sphinx has catalogues by other names, as `sr@latin`.
                if text.isalpha() and meant.lower() != text.lower():
                    wrong = gettext("`language`: wanted a language's tag, as de or pt_BR")
                    report.error(statement.lineno, Rule.SETTING, f"{wrong}{perhaps(meant)}")
            case ast.Assign([ast.Name("html_baseurl")], ast.Constant(str(text))) if text:
                if not (with_pages_of_others or is_site_address(text)):
                    report.error(statement.lineno, Rule.SETTING, _no_address())


def is_site_address(address: object) -> bool:
    """Tell whether something is an address that a site may be published at."""
    if not isinstance(address, str):
        return False
    parts = urlsplit(address)
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not parts.query


def _no_address() -> str:
    return gettext("`html_baseurl`: wanted an address, as `https://careers.example.com/`")
