"""Cross-references: where on the site things of the handbook are shown, and links to there.

A page's name in Sphinx starts in the source folder, its path in the handbook's: ``ThisBuild`` knows
both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from hiring.model.kinds import Found
from hiring.model.paths import page_named
from hiring.model.targets import in_language_of, resolve, target_of, target_within
from hiring.site.domain.this_build import path_named, this_build

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.environment import BuildEnvironment

    from hiring.model.kinds import Target
    from hiring.site.domain.this_build import ThisBuild

OPENINGS_PAGE = "openings/index.md"
"""The page of open jobs, to which others lead where the handbook has it."""


def find(kind: str, written: str, env: BuildEnvironment, on: str = "") -> tuple[Found | None, str]:
    """Return where a thing of ours is for this build's readers, and the page's name in Sphinx.

    ``on`` is the page that names it: where the thing is there in its language, it is that.
    There is None where they have no such thing, and no page where it is not in the build.
    """
    target = target_of(kind, written)
    build = this_build(env.config)
    if target and on:
        target = in_language_of(target, build.handbook, build.path_of(on))
    answer = resolve(target, build.handbook) if target else None
    if not isinstance(answer, Found):
        return None, ""
    docname = build.docname_of(answer.page or path_named(build.config.skills_page))
    return answer, docname if docname in env.all_docs else ""


def target_of_link(link: addnodes.pending_xref, docname: str, build: ThisBuild) -> Target | None:
    """Return what a link of Markdown or of Sphinx names; None for links of others.

    ``docname`` is the page on which it stands, unless it says otherwise.
    """
    domain, kind, written = link.get("refdomain"), link["reftype"], str(link["reftarget"])
    here = build.path_of(link.get("refdoc", docname))
    if kind == "myst" and domain == "doc":
        return target_within(f"/{build.path_of(written)}", link.get("reftargetid") or "", here)
    if kind == "myst":
        path, _, anchor = written.partition("#")
        return target_within(path, anchor, here)
    if kind == "any":
        return target_within("", written, here)
    if domain == "std" and kind in ("doc", "ref", "term"):
        return target_of(kind, written, here)
    return None


def link_to(
    docname: str, anchor: str, words: Iterable[nodes.Node], on: str, *classes: str
) -> addnodes.pending_xref:
    """Return a link to a page, or an anchor on it, from the page ``on``, as MyST makes one."""
    text = nodes.inline("", "", *words, classes=["xref", *classes])
    return addnodes.pending_xref(
        "",
        text,
        refdomain="doc",
        reftype="myst",
        reftarget=docname,
        reftargetid=anchor or None,
        refdoc=on,
        refexplicit=bool(text.children),
    )


def docname_at(path: str, on: str, build: ThisBuild) -> str:
    """Return the page that a path on the page ``on`` leads to; both by their names in Sphinx."""
    return build.docname_of(page_named(build.path_of(on), path))
