"""Who answers to whom, drawn: managers left of those whom they lead, a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.model.language_tags import foreign
from hiring.model.lexicon import AMERICAN
from hiring.model.managers import answering
from hiring.pictures.boxes import Labelled, boxes
from hiring.pictures.reporting import spots
from hiring.pictures.routes import Edge
from hiring.pictures.shapes import Drawing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hiring.model.lexicon import Lexicon
    from hiring.model.managers import Answering
    from hiring.model.role import JobRole
    from hiring.pictures.reporting import Spot

WIDTH = 200


def org_chart(
    known: Mapping[str, JobRole], lines: Mapping[str, Answering], said: Lexicon = AMERICAN
) -> Drawing | None:
    """Return the picture of roles, by key, with their managers, as ``lines`` has them.

    None where none of them names a manager, or is one.
    """
    managers = {key: _others(key, it.managers) for key, it in lines.items() if it.managers}
    seconds = {key: _others(key, it.others) for key, it in lines.items() if it.others}
    return _drawn({key: it for key, it in managers.items() if it}, seconds, known, {}, said)


def led_by(roles: Sequence[JobRole]) -> Mapping[str, int]:
    """Return how many roles answer to each, by the key of a role or the title of another."""
    found: dict[str, int] = {}
    for key, it in answering(roles).items():
        for name in _others(key, it.managers):
            found[name] = found.get(name, 0) + 1
    return found


def leaders_chart(roles: Sequence[JobRole], said: Lexicon = AMERICAN) -> Drawing | None:
    """Return the picture of those alone who lead some, with how many they lead."""
    known, led = {role.key: role for role in roles}, led_by(roles)
    managers = {key: _others(key, it.managers) for key, it in answering(roles).items()}
    leading = {name: managers.get(name, ()) for name in led}
    below = {name: said.count("picture.roles", number) for name, number in led.items()}
    return _drawn(leading, {}, known, below, said)


def _others(key: str, managers: Sequence[str]) -> tuple[str, ...]:
    """Return managers without the one who is led: a line from a box to itself says nothing."""
    return tuple(it for it in managers if it != key)


def _drawn(
    managers: Mapping[str, Sequence[str]],
    seconds: Mapping[str, Sequence[str]],
    roles: Mapping[str, JobRole],
    below: Mapping[str, str],
    said: Lexicon,
) -> Drawing | None:
    # Who has no line of their own stands at the left, beside those who have none above them.
    second = dict.fromkeys([*seconds, *(it for held in seconds.values() for it in held)], ())
    known = spots({**second, **managers})
    if not known:
        return None
    labelled = [
        Labelled(
            key=name,
            column=spot.column,
            row=spot.row,
            name=roles[name].facts.title if name in roles else name,
            below=below.get(name, ""),
            role=name if name in roles else "",
            language=foreign(roles[name].language, said.language) if name in roles else "",
            look="hiring-node" if name in roles else "hiring-node-other",
        )
        for name, spot in known.items()
    ]
    placed, shapes = boxes(labelled, _links(managers, seconds, known), WIDTH)
    names = {it.key: it.name for it in labelled}
    return Drawing(
        title=said.count("picture.answer", len(labelled)),
        about=_told(managers, names, said),
        width=placed.width,
        height=placed.height,
        shapes=tuple(shapes),
        look="hiring-map",
        pad=4,
    )


def _links(
    managers: Mapping[str, Sequence[str]],
    seconds: Mapping[str, Sequence[str]],
    known: Mapping[str, Spot],
) -> list[Edge]:
    """Return the lines from managers to those who answer to them, second lines last."""
    links = [
        _line(manager, name, is_down=known[manager].column < known[name].column)
        for name, held in managers.items()
        for manager in held
    ]
    links += [
        Edge(start=manager, end=name, look="hiring-line-second")
        for name, held in seconds.items()
        for manager in held
        if manager not in managers.get(name, ())
    ]
    return links


def _line(manager: str, name: str, *, is_down: bool) -> Edge:
    """Return a manager's line to who is led; one that closes a circle is apart from the others."""
    if is_down:
        return Edge(start=manager, end=name, look="hiring-line", bus=manager)
    return Edge(start=manager, end=name, look="hiring-line-circle", head_at_end=True)


def _told(managers: Mapping[str, Sequence[str]], names: Mapping[str, str], said: Lexicon) -> str:
    led: dict[str, list[str]] = {}
    for name, held in managers.items():
        for manager in held:
            led.setdefault(manager, []).append(names[name])
    told = said.in_turn(
        said.say("picture.answer-to", names=", ".join(held), manager=names[manager])
        for manager, held in led.items()
    )
    below = said.say("picture.table-below")
    return f"{told}. {below}" if told else below
