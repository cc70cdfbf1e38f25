"""Who may read: three audiences, each seeing what all before it see."""

from __future__ import annotations

from enum import StrEnum


class Audience(StrEnum):
    """The readers of a page or of a build, in rising order of trust."""

    PUBLIC = "public"
    EMPLOYEE = "employee"
    HIRING_TEAM = "hiring-team"

    def may_read(self, page: Audience) -> bool:
        """Tell whether these readers may see a page that is meant for ``page``."""
        return _TRUST[self] >= _TRUST[page]


_TRUST = {audience: number for number, audience in enumerate(Audience)}
