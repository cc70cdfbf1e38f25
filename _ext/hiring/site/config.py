"""The extension's configuration values: one dataclass, from which the guide's table is made."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

from hiring.model.audience import Audience

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config


def _value(default: Any, rebuild: str, help_text: str) -> Any:
    return field(default=default, metadata={"rebuild": rebuild, "help": help_text})


@dataclass(frozen=True)
class SiteConfig:
    """What an operator may set in conf.py; each name there starts with ``hiring_``."""

    audience: str = _value(
        Audience.EMPLOYEE.value,
        "env",
        "Whose build this is: `public`, `employee` or `hiring-team`.",
    )
    skills_page: str = _value(
        "skills", "env", "The page that holds the `skill-list`, which cross-references lead to."
    )
    generator_page: str = _value(
        "posting-generator",
        "env",
        "The page that holds the `posting-generator`, which the postings of roles lead to.",
    )
    occupation_url: str = _value(
        "https://www.onetonline.org/link/summary/{code}",
        "env",
        "Where an occupation is described, with `{code}` for its O*NET-SOC code.",
    )
    cache: str = _value(
        "", "", "The file in which pages already read are kept. Empty: beside the doctrees."
    )


def register(app: Sphinx) -> None:
    """Declare the values to Sphinx."""
    for entry in fields(SiteConfig):
        app.add_config_value(
            f"hiring_{entry.name}", entry.default, entry.metadata["rebuild"], types=(str,)
        )


def site_config(config: Config) -> SiteConfig:
    """Return the values that this build has."""
    return SiteConfig(
        **{entry.name: config[f"hiring_{entry.name}"] for entry in fields(SiteConfig)}
    )
