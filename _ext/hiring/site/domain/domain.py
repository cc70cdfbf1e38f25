"""The domain ``hiring``: what the handbook knows, what each page shows of it, cross-references."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, cast

from docutils import nodes
from sphinx.domains import Domain, ObjType
from sphinx.roles import XRefRole
from sphinx.util.nodes import make_refnode

from hiring.model.digests import digest_of
from hiring.model.kinds import KINDS, OURS, Target
from hiring.model.language_tags import foreign
from hiring.model.targets import another_of, target_of
from hiring.site.domain.dependencies import PARTS
from hiring.site.domain.indices import indices_in
from hiring.site.domain.navigation import Navigation
from hiring.site.domain.rebuild import ShownTarget, SiteShape, pages_above
from hiring.site.domain.references import find
from hiring.site.domain.this_build import ThisBuild, path_named, this_build
from hiring.site.nodes.voice import language_class

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet
    from datetime import date

    from docutils.nodes import Element, Node, system_message
    from sphinx.addnodes import pending_xref
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from hiring.model.handbook import Handbook
    from hiring.model.kinds import Found
    from hiring.site.domain.sidebars import NavigationWriter


class HandbookReference(XRefRole):
    """A cross-reference into the handbook; the page is read again when what it shows changes."""

    innernodeclass = nodes.inline  # words of prose; Sphinx's own choice is code

    def result_nodes(
        self, document: nodes.document, env: BuildEnvironment, node: Element, is_ref: bool
    ) -> tuple[list[Node], list[system_message]]:
        """Note what the reference shows, where the author gave no text of their own."""
        domain_of(env).note_target(env.docname, node["reftype"], node["reftarget"])
        return [node], []


class HiringDomain(Domain):
    """Roles, levels, questions, skills and openings as objects of a Sphinx project.

    The handbook itself is read anew in every build and never pickled. What is kept, by page, is
    which parts of it the page shows and a digest of each; a page is read again when one differs.
    """

    name = "hiring"
    label = "Hiring"
    object_types: ClassVar[dict[str, ObjType]] = {kind: ObjType(kind, kind) for kind in OURS}
    roles: ClassVar[dict[str, Any]] = {kind: HandbookReference() for kind in object_types}
    indices: ClassVar[list[Any]] = indices_in()
    initial_data: ClassVar[dict[str, Any]] = {"uses": {}, "links": {}, "shape": {}}
    data_version = 5

    def __init__(self, env: BuildEnvironment) -> None:
        """Start with what is kept of the builds before."""
        super().__init__(env)
        self.extra_pages: set[str] = set()
        self._digests: dict[tuple[str, str | Target], str] = {}
        self._read_again: set[str] = set()
        self.writer: NavigationWriter | None = None

    @property
    def build(self) -> ThisBuild:
        """What this build knows."""
        return this_build(self.env.config)

    @property
    def handbook(self) -> Handbook:
        """The handbook as this build's readers see it."""
        return self.build.handbook

    @property
    def today(self) -> date:
        """The day of the build."""
        return self.build.today

    # What each page shows

    @property
    def uses(self) -> dict[str, dict[tuple[str, str | Target], str]]:
        """For each page the parts of the handbook that it shows, with the digest of each."""
        return cast("dict[str, dict[tuple[str, str | Target], str]]", self.data["uses"])

    def note_use(self, docname: str, kind: str, name: str | Target = "") -> None:
        """Note that a page shows a part of the handbook: the kinds are those of ``PARTS``."""
        self.uses.setdefault(docname, {})[kind, name] = self._digest(kind, name)

    def note_target(self, docname: str, kind: str, written: str) -> None:
        """Note that a page shows where a reference leads, or its title; of files, nothing."""
        if target := target_of(kind, written, self.build.path_of(docname)):
            self.note_use(docname, "target", target)

    def pages_with(self, kind: str, name: str = "") -> list[str]:
        """Return the pages that show a part of the handbook, by their names in Sphinx."""
        return [page for page, parts in self.uses.items() if (kind, name) in parts]

    def version_of(self, kind: str, name: str = "") -> str:
        """Return what tells a part of the handbook from what it was before, or is after."""
        return digest_of((self._digest(kind, name), self.env.config.hiring_code))[:12]

    def stale_pages(self) -> set[str]:
        """Return the pages that show something which is no longer as it was."""
        return {
            docname
            for docname, parts in self.uses.items()
            if any(self._digest(*part) != digest for part, digest in parts.items())
        }

    def _digest(self, kind: str, name: str | Target) -> str:
        if (kind, name) not in self._digests:
            self._digests[kind, name] = digest_of(PARTS[kind](self.build, name))
        return self._digests[kind, name]

    def anchors_on(self, docname: str) -> Iterator[tuple[str, str]]:
        """Yield the anchors that a page has because of what it defines, with their words."""
        path = self.build.path_of(docname)
        role = self.handbook.role_on(path)
        if role is not None:
            for level in role.levels:
                yield level.anchor, level.name
                for block in level.blocks:
                    yield block.anchor, f"{level.name}: {block.name}"
            for question in role.questions:
                yield question.anchor, question.question
            for block in role.blocks:
                yield block.anchor, block.name
        yield from self.handbook.anchors_of_interview(path)
        if path == path_named(self.build.config.skills_page):
            for skill in self.handbook.skills.values():
                yield f"skill-{skill.key}", skill.name

    # What has to be written again

    @cached_property
    def navigation(self) -> Navigation:
        """What leads from page to page: it is known, and made once, when all pages are read."""
        return Navigation(self.env, self.build)

    def pages_to_write(self) -> list[str]:
        """Return the pages that others' titles, order or anchors have changed for."""
        before = self.data["shape"]
        used = {it for shown in self.data["links"].values() for it in shown}
        known = before.get("sections", {})
        same = {doc: known[doc] for doc in known.keys() - self._read_again}
        shape = SiteShape(self.env, self.navigation, used, same)
        self.data["shape"] = vars(shape)
        sited, grown, moved = (
            {it for it in old.keys() | new.keys() if old.get(it) != new.get(it)}
            for part, new in vars(shape).items()
            for old in (before.get(part, {}),)
        )
        linked = {doc for doc, shown in self.data["links"].items() if shown & moved}
        return sorted((sited | linked | pages_above(self.env, grown)) & self.env.all_docs.keys())

    def note_links(self, docname: str, targets: set[ShownTarget]) -> None:
        """Note what a page's links show of other pages."""
        self.data["links"][docname] = targets

    # Sphinx's own questions

    def clear_doc(self, docname: str) -> None:
        """Forget a page that is read again, or is gone."""
        self.uses.pop(docname, None)
        self.data["links"].pop(docname, None)
        self._read_again.add(docname)

    def merge_domaindata(self, docnames: AbstractSet[str], otherdata: dict[str, Any]) -> None:
        """Take over what another process has noted of its pages."""
        for part in ("uses", "links"):
            self.data[part].update(
                {doc: noted for doc, noted in otherdata[part].items() if doc in docnames}
            )

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        """Yield every object, for other projects and for ``objects.inv``."""
        for kind in OURS:
            for name in KINDS[kind].names(self.handbook):
                found, docname = find(kind, name, self.env)
                if found and docname:
                    yield name, found.title, kind, docname, found.anchor, 1

    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> nodes.reference | None:
        """Return the link of a cross-reference, or its words alone where it leads nowhere.

        A target that is unknown has been reported by the reader; one that is not for this build's
        readers keeps the author's words, or gets neutral ones.
        """
        found, docname = find(typ, target, env, fromdocname)
        explicit = bool(node.get("refexplicit"))
        if found is None or not docname:
            said = self.build.voice_on(fromdocname).lexicon
            neutral = found.title if found else another_of(typ, said)
            words = contnode.astext() if explicit else neutral
            # Sphinx takes any node here; its annotation is narrower.
            return cast("nodes.reference", nodes.inline(words, words))
        if not explicit:
            contnode = self._title(found, fromdocname, *contnode["classes"])
        return make_refnode(builder, fromdocname, docname, found.anchor, contnode, found.hint)

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> list[tuple[str, nodes.reference]]:
        """Resolve ``[](#key)``: a role, ``role/level``, ``role/question``, skill or opening."""
        for kind in OURS:
            found, docname = find(kind, target, env, fromdocname)
            if found and docname:
                words = contnode if contnode.children else self._title(found, fromdocname)
                link = make_refnode(builder, fromdocname, docname, found.anchor, words, found.hint)
                return [(f"hiring:{kind}", link)]
        return []

    def _title(self, found: Found, on: str, *classes: str) -> nodes.inline:
        """Return the title of what a link leads to, with its language where that is another."""
        here = self.handbook.pages.get(self.build.path_of(on))
        spoken = foreign(found.language, here.language) if here and found.language else ""
        return nodes.inline(found.title, found.title, classes=[*classes, *language_class(spoken)])


def domain_of(env: BuildEnvironment) -> HiringDomain:
    """Return the environment's own domain."""
    return cast("HiringDomain", env.get_domain("hiring"))
