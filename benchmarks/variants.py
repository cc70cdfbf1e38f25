"""The words of a generated handbook for other generators: plain MyST, and Material for MkDocs."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

FRONT_MATTER = re.compile(r"\A---\n(.*?\n)---\n", re.DOTALL)
FENCE = re.compile(r"^:{3,}.*\n?", re.MULTILINE)
TITLE = re.compile(r"^# .*$", re.MULTILINE)
NAMED = re.compile(r"^:{3,}\{(?:level|question)\} (.*)$", re.MULTILINE)
SHOWN = re.compile(r"^:(?:years|background|scope|pay): (.*)$", re.MULTILINE)
OPTION = re.compile(r"^:(?!hidden:|glob:)[\w-]+:.*\n", re.MULTILINE)
"""An option of a block of ours; a table of contents keeps its own."""
TOCTREE = re.compile(r"^```\{toctree\}\n.*?^```\n", re.MULTILINE | re.DOTALL)
REFERENCE = re.compile(r"\{(role|skill)\}`([^`]*)`")

MKDOCS = """\
site_name: Jobs
docs_dir: docs
theme: {name: material, font: false}
plugins: [search]
markdown_extensions: [tables, toc]
"""


@dataclass(frozen=True, slots=True)
class Names:
    """What cross-references show: the titles of roles and the names of skills, by key."""

    roles: Mapping[str, str]
    skills: Mapping[str, str]

    def link(self, reference: re.Match[str]) -> str:
        """Return a cross-reference as a link that every generator understands."""
        kind, key = reference[1], reference[2]
        if kind == "role":
            return f"[{self.roles[key]}](../roles/{key}.md)"
        return f"[{self.skills[key]}](../skills.md)"


def plain_text(text: str, names: Names) -> str:
    """Return a page without anything of ours: levels and questions as headings, blocks opened."""
    facts, body = facts_of(text), FRONT_MATTER.sub("", text)
    body = SHOWN.sub(r"\1\n", NAMED.sub(r"### \1\n", body))
    body = REFERENCE.sub(names.link, OPTION.sub("", FENCE.sub("", body)))
    if not TITLE.search(body):  # an opening's page has no title of its own
        body = f"# {names.roles[facts['opening']['role']]}\n\n{body}"
    if "role" in facts:
        shown = "\n".join(f"- {name}: {value}" for name, value in _facts(facts["role"], names))
        body = TITLE.sub(lambda title: f"{title[0]}\n\n{shown}", body, count=1)
    return body.lstrip("\n")


def facts_of(text: str) -> dict[str, Any]:
    """Return a page's front matter; nothing where it has none."""
    found = FRONT_MATTER.match(text)
    return yaml.load(found[1], yaml.CSafeLoader) if found else {}


def _facts(role: dict[str, Any], names: Names) -> list[tuple[str, str]]:
    pay, market = role["pay"], role["market_pay"]
    works_with = ", ".join(names.roles[key] for key in role["works_with"])
    return [
        ("Family", role["family"]),
        ("Summary", role["summary"]),
        ("Reports to", role["reports_to"]),
        ("Works with", works_with),
        ("Pay", f"USD {pay['min']}-{pay['max']} per {pay['per']}"),
        ("Market", f"USD {market['average']}, {market['source']}"),
        ("Occupation", role["occupation"]["onet_soc"]),
    ]


def write_plain(folder: Path, target: Path) -> None:
    """Write the plain variant of the handbook in ``folder``, for Sphinx with MyST and the theme."""
    names = _names(folder)
    for page in sorted(folder.rglob("*.md")):
        text = plain_text(page.read_text("utf-8"), names)
        _write(target / page.relative_to(folder), text)
    for path, lines in _lists(folder, names).items():
        page = target / path
        text = page.read_text("utf-8")
        before, tables, after = text.partition("```{toctree}")
        _write(page, f"{before.rstrip()}\n\n{lines}\n\n{tables}{after}")
    _write(target / "conf.py", _plain_conf((folder / "conf.py").read_text("utf-8")))


def write_material(plain: Path, target: Path) -> None:
    """Write a plain variant for Material for MkDocs: a project with its settings and pages."""
    shutil.copytree(plain, target / "docs", ignore=shutil.ignore_patterns("conf.py"))
    for page in (target / "docs").rglob("*.md"):
        _write(page, TOCTREE.sub("", page.read_text("utf-8")))
    _write(target / "mkdocs.yml", MKDOCS)


def _names(folder: Path) -> Names:
    skills = yaml.load((folder / "skills.yaml").read_text("utf-8"), yaml.CSafeLoader)["skills"]
    pages = sorted((folder / "roles").glob("*.md"))
    titles = {page.stem: facts_of(page.read_text("utf-8")).get("role") for page in pages}
    return Names(
        {key: role["title"] for key, role in titles.items() if role},
        {skill["key"]: skill["name"] for skill in skills},
    )


def _lists(folder: Path, names: Names) -> dict[str, str]:
    """Return what ours gathers from all pages as lists, by the page that shows it."""
    skills = yaml.load((folder / "skills.yaml").read_text("utf-8"), yaml.CSafeLoader)["skills"]
    roles, questions = [], []
    for key, title in names.roles.items():
        text = (folder / f"roles/{key}.md").read_text("utf-8")
        summary = facts_of(text)["role"]["summary"]
        roles.append(f"- [{title}]({key}.md): {summary}")
        asked = re.findall(r"^:::\{question\} (.*)$", text, re.MULTILINE)
        questions += [f"- [{question}](roles/{key}.md)" for question in asked]
    return {
        "roles/index.md": "\n".join(roles),
        "faq.md": "\n".join(questions),
        "skills.md": "\n\n".join(f"### {one['name']}\n\n{one['description']}" for one in skills),
    }


def _plain_conf(text: str) -> str:
    text = text.replace('["hiring"]', '["myst_parser"]')
    # Ours is made of this one, and is not there without us.
    text = text.replace('html_theme = "hiring"', 'html_theme = "pydata_sphinx_theme"')
    return re.sub(r"^(primary_domain|hiring_).*\n", "", text, flags=re.MULTILINE)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
