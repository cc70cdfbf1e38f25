"""Digests of a role: what tells it, or a part of it, from what it was, or from others."""

from __future__ import annotations

from dataclasses import fields, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from hiring.model.digests import digest_of

if TYPE_CHECKING:
    from typing import Self

    from hiring.model.role_facts import RoleFacts


class RoleDigests:
    """The digests of a role, each worked out when it is first asked for."""

    key: str
    facts: RoleFacts
    skills: tuple[object, ...]
    language: str

    @cached_property
    def digest(self) -> str:
        """A digest of all that the page states: equal roles have equal ones."""
        return digest_of((self.digest_in_short, self.digest_of_parts))

    @cached_property
    def digest_in_short(self) -> str:
        """A digest of what lists show of it: its facts and skills, in its language."""
        return digest_of((self.key, self.facts, self.skills, self.language))

    @cached_property
    def digest_of_parts(self) -> str:
        """A digest of all but the facts, which may name others."""
        role: Any = self
        return digest_of([getattr(role, it.name) for it in fields(role) if it.name != "facts"])

    def with_facts(self, facts: RoleFacts) -> Self:
        """Return it with other facts, and with the digest of its parts where that is known."""
        role: Any = self
        changed: Self = replace(role, facts=facts)
        known = vars(self).get("digest_of_parts")
        return changed.with_digest(known) if known else changed

    def with_digest(self, of_parts: str) -> Self:
        """Return this very role, which need not work out the digest of its parts any more."""
        vars(self)["digest_of_parts"] = of_parts
        return self
