"""Who answers to whom, over all roles, and where that leads back to where it started."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hiring.model.paths import plain_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from hiring.model.role import JobRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """To whom one role answers: to roles by their keys, and to others by their titles.

    ``managers`` are those of its own line, ``others`` of a second one. A title never is a key: it
    has a capital letter, a space, or stands for no role.
    """

    managers: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def answering(roles: Iterable[JobRole]) -> Mapping[str, Answering]:
    """Return to whom each role that is not retired answers.

    A title that is a role's own stands for the role, as its key does. Who is retired leads nobody.
    """
    known = list(roles)
    by_title = {plain_label(role.facts.title): role for role in known}

    def named(titles: Iterable[str]) -> tuple[str, ...]:
        found = ((title, by_title.get(plain_label(title))) for title in titles)
        keys = (
            role.key if role else title
            for title, role in found
            if role is None or role.facts.status != "retired"
        )
        return tuple(dict.fromkeys(keys))

    return {
        role.key: Answering(
            managers=named(role.facts.reports_to), others=named(role.facts.matrix_to)
        )
        for role in known
        if role.facts.status != "retired"
    }


def circles(managers: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, ...]]:
    """Yield the ways from a role up that lead back to it, each once: the last leads to the first.

    Without the step from the last to the first of each, no way leads back.
    """
    done: set[str] = set()
    for start in sorted(managers):
        if start in done:
            continue
        # With a list of its own: a line of a thousand roles is no fault.
        above, path = [iter(managers[start])], {start: None}
        while path:
            name = next(above[-1], None)
            if name is None:
                above.pop()
                done.add(path.popitem()[0])
            elif name in path:
                names = list(path)
                yield tuple(names[names.index(name) :])
            elif name not in done and name in managers:
                above.append(iter(managers[name]))
                path[name] = None
