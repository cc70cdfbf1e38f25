"""The extension's configuration values: one dataclass, from which the guide's table is made."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

from hiring.model.audience import Audience
from hiring.reading.sources.settings import FOLDER_AUDIENCES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.application import Sphinx
    from sphinx.config import Config


def _value(default: Any, rebuild: str, help_text: str) -> Any:
    return field(default_factory=lambda: default, metadata={"rebuild": rebuild, "help": help_text})


@dataclass(frozen=True)
class SiteConfig:
    """What an operator may set in conf.py; each name there starts with ``hiring_``."""

    audience: str = _value(
        Audience.EMPLOYEE.value,
        "env",
        "Whose build this is: `public`, `employee` or `hiring-team`.",
    )
    folder: str = _value(
        "",
        "env",
        "The folder that is the handbook, within the source folder of a Sphinx project that has "
        "other pages, too, as `people`. Empty: the whole source folder. Written out, not computed.",
    )
    folder_audiences: Mapping[str, str] = _value(
        {folder: audience.value for folder, audience in FOLDER_AUDIENCES.items()},
        "env",
        "The audience of the pages in a folder that state none, as "
        '`{"interviews": "hiring-team"}`; elsewhere it is `employee`. Written out, not computed.',
    )
    skills_page: str = _value(
        "skills", "env", "The page that holds the `skill-list`, which cross-references lead to."
    )
    generator_page: str = _value(
        "posting-generator",
        "env",
        "The page that holds the `posting-generator`, which the postings of roles lead to.",
    )
    checklist_page: str = _value(
        "careers/application-checklist",
        "env",
        "The page that holds the `application-checklist`, which the posting generator leads to.",
    )
    occupation_url: str = _value(
        "https://www.onetonline.org/link/summary/{code}",
        "env",
        "Where an occupation is described, with `{code}` for its O*NET-SOC code.",
    )
    addresses: Mapping[str, str] = _value(
        {},
        "html",
        "Where the build for an audience is published, as "
        '`{"employee": "https://handbook.example.com/"}`. An audience that it does not name has '
        "`html_baseurl`.",
    )
    cache: str = _value(
        "", "", "The file in which pages already read are kept. Empty: beside the doctrees."
    )
    extra_directives: tuple[str, ...] = _value(
        (), "env", "Directives of other extensions that pages may use, as `mermaid`."
    )
    extra_references: tuple[str, ...] = _value(
        (), "env", "Inline roles of other extensions that pages may use."
    )
    extra_schemes: tuple[str, ...] = _value(
        (), "env", "What an address may start with beside `http`, `https`, `mailto` and `tel`."
    )
    rules: tuple[str, ...] = _value(
        (),
        "env",
        "Modules of Python that add rules to the review, as `acme_rules`: see "
        "[your own rules](extend.md#rules-of-your-own).",
    )
    formats: tuple[str, ...] = _value(
        (),
        "env",
        "Modules of Python that add formats of postings, as `acme_formats`: see "
        "[your own formats](extend.md#formats-of-your-own).",
    )
    extra_nodes: tuple[str, ...] = _value(
        (), "env", "What those directives make, as `sphinxcontrib.mermaid.mermaid`: docutils nodes."
    )


def register(app: Sphinx) -> None:
    """Declare the values to Sphinx."""
    usual = SiteConfig()
    for entry in fields(SiteConfig):
        value = getattr(usual, entry.name)
        types = (list, tuple) if isinstance(value, tuple) else (type(value),)
        name = f"hiring_{entry.name}"
        app.add_config_value(name, value, entry.metadata["rebuild"], types=types)


def site_config(config: Config) -> SiteConfig:
    """Return the values that this build has."""
    return SiteConfig(
        **{entry.name: config[f"hiring_{entry.name}"] for entry in fields(SiteConfig)}
    )
