"""Directives that show what others state: whether what they name is there to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.language.vocabulary import DIRECTIVES, KIT, SEVERAL
from hiring.model.blocks import BLOCKS
from hiring.model.diff import level_diff
from hiring.model.messages import gettext
from hiring.model.paths import COMPANY, ROLES_FOLDER, key_of, of_company
from hiring.model.problem import about, instead, quoted
from hiring.model.rules import Rule
from hiring.model.targets import level_at
from hiring.reading.crossings.interviews import check_kit_shown, check_stage
from hiring.reading.crossings.not_there import no_roles
from hiring.reading.crossings.rubrics import check_rubric_shown

if TYPE_CHECKING:
    from hiring.model.role import JobRole, Level
    from hiring.reading.crossings.links import Links
    from hiring.reading.pages.record import PageRecord, Shown

ALL = "all"
"""What `:from:` takes where every role is meant."""

DISPLAYS = ("cards", "table")


def keys_in(written: str) -> list[str]:
    """Return the keys of a list as contributors write it, as ``a, b``: each once."""
    return list(dict.fromkeys(key.strip() for key in written.split(",") if key.strip()))


def check_shown(shown: Shown, record: PageRecord, links: Links) -> None:
    """Report what a directive can't show."""
    ours = shown.name in DIRECTIVES and DIRECTIVES[shown.name].own
    ours = ours or shown.name in links.handbook.company.blocks
    if record.opening and (shown.name == "toctree" or (ours and shown.name != "posting")):
        message = gettext(
            "`{name}` on an opening's page: a posting holds text alone, and leaves it out",
            name=shown.name,
        )
        links.report.warning(shown.line, Rule.MISPLACED, message)
    match shown.name:
        case "level-diff":
            _level_diff(shown, links)
        case "role-card":
            if shown.argument:
                links.leads("role", shown.argument, shown.line, "`role-card`")
        case "role-facts":
            _role_facts(shown, record, links)
        case "posting-generator" | "application-checklist" | "readiness-list":
            _of_role(shown, links)
        case _ if shown.name in KIT:
            _kit(shown, record, links)
        case "role-list":
            _role_list(shown, links)
        case "skill-matrix":
            _family(shown, links)
            _of_role(shown, links)
        case "review-list":
            _family(shown, links)
            _owner(shown, links)
        case "posting":
            _posting(shown, record, links)
        case "opening-list" | "pay-chart" | "career-map" | "org-chart":
            _family(shown, links)
            _of_role(shown, links)
        case "rubric" if "from" in shown.options:
            check_rubric_shown(shown, links)
        case _ if "from" in shown.options:
            _sources(shown, record, links)


def _kit(shown: Shown, record: PageRecord, links: Links) -> None:
    """Check whose interview is shown, and which stage of it, at which level."""
    options, line = shown.options, shown.line_of("role")
    key = check_kit_shown(shown.name, options.get("role"), line, record, links)
    if key and options.get("stage"):
        check_stage(key, options["stage"], shown.line_of("stage"), links)
    if key and options.get("level"):
        target = f"{key}/{options['level']}"
        links.leads("level", target, shown.line_of("level"), f"`{shown.name}` `:level:`")


def _of_role(shown: Shown, links: Links) -> None:
    """Check the role that a block is restricted to, if it is."""
    if "role" in shown.options:
        links.leads(
            "role", shown.options["role"], shown.line_of("role"), f"`{shown.name}` `:role:`"
        )


def _sources(shown: Shown, record: PageRecord, links: Links) -> None:
    """Check `:from:`, and `:only:` of what it brings."""
    keys, line = keys_in(shown.options["from"]), shown.line_of("from")
    several = shown.name in SEVERAL
    if len(keys) > 1 and not several:
        message = gettext("`{name}` `:from:` wants one role's key", name=shown.name)
        links.report.error(line, Rule.BAD_OPTION, message)
        return
    if keys == [ALL] and several:
        roles = list(links.handbook.originals.values())
        keys = list(links.known.above.originals)
    else:
        visible = [
            key for key in keys if links.leads("role", key, line, f"`{shown.name}` `:from:`")
        ]
        if shown.name == "interview":
            for key in visible:
                check_kit_shown("interview", key, line, record, links)
            return
        roles = [links.handbook.roles[key] for key in visible]
        for role in roles:
            _has(role, shown, links)
    for name in keys_in(shown.options.get("only", "")):
        ids = {entry.id for role in roles for entry in role.questions}
        above = [links.known.above.roles[key] for key in keys if key in links.known.above.roles]
        if roles and name not in ids:
            if links.is_hidden(any(role.question(name) for role in above)):
                links.hidden("`faq` `:only:`", name, shown.line_of("only"))
                continue
            message = gettext(
                "`faq` `:only:`: none of these roles answers {name}", name=quoted(name)
            )
            none = gettext("They have no questions")
            message += instead(name, sorted(ids), gettext("Questions"), none)
            links.report.error(shown.line_of("only"), Rule.UNKNOWN_QUESTION, message)


def _has(role: JobRole, shown: Shown, links: Links) -> None:
    """Report a block that the role's page does not have."""
    priority = shown.options.get("priority", "must") if shown.name == "qualifications" else None

    def there(role: JobRole) -> bool:
        if shown.name in BLOCKS or shown.name in links.handbook.company.blocks:
            return any(block.priority == priority for block in role.blocks_named(shown.name))
        return bool(role.levels if shown.name == "levels" else role.questions)

    if there(role):
        return
    if links.is_hidden(there(links.known.above.roles[role.key])):
        links.hidden(f"`{shown.name}` `:from:`", role.key, shown.line_of("from"))
    else:
        message = (
            gettext("`{key}` has no block `{name}` of priority {priority} to show")
            if priority
            else gettext("`{key}` has no block `{name}` to show")
        ).format(key=role.key, name=shown.name, priority=quoted(priority or ""))
        links.report.error(shown.line_of("from"), Rule.UNKNOWN_BLOCK, message)


def _level_diff(shown: Shown, links: Links) -> None:
    ends: list[tuple[JobRole, Level]] = []
    for option in ("from", "to"):
        written, line = shown.options.get(option), shown.line_of(option)
        if written is None:
            message = gettext("`level-diff` wants `:{option}: ROLE/LEVEL`", option=option)
            links.report.error(line, Rule.BAD_OPTION, message)
        elif written:
            links.leads("level", written, line, f"`level-diff` `:{option}:`")
            end = level_at(written, links.handbook)
            ends += [end] if end else []
    if len(ends) == 2:
        try:
            level_diff(*ends[0], *ends[1])
        except ValueError as error:
            links.report.error(
                shown.line_of("from"), Rule.BAD_OPTION, about("`level-diff`", str(error))
            )


def _role_facts(shown: Shown, record: PageRecord, links: Links) -> None:
    if "role" in shown.options:
        links.leads("role", shown.options["role"], shown.line_of("role"), "`role-facts` `:role:`")
    elif record.role is None and record.front_matter is not None:
        message = gettext("`role-facts` on a page that is no role's wants `:role: KEY`")
        links.report.error(shown.line, Rule.BAD_OPTION, message)


def _posting(shown: Shown, record: PageRecord, links: Links) -> None:
    """Check whose posting it is, at which level, and where."""
    options, company = shown.options, links.handbook.company
    if record.opening and options:
        message = gettext("`posting` on an opening's page shows that opening: delete the options")
        links.report.error(shown.line, Rule.BAD_OPTION, message)
        return
    if "role" in options:
        links.leads("role", options["role"], shown.line_of("role"), "`posting` `:role:`")
    elif not (record.role or record.opening or record.front_matter is None):
        message = gettext("`posting` on a page that is no role's wants `:role: KEY`")
        links.report.error(shown.line, Rule.BAD_OPTION, message)
        return
    if "level" in options:
        target = f"{options.get('role') or key_of(record.path)}/{options['level']}"
        links.leads("level", target, shown.line_of("level"), "`posting` `:level:`")
    place = options.get("location")
    if place is not None and place not in company.locations and COMPANY not in links.known.unread:
        what, name = "`posting` `:location:`", quoted(place)
        message = gettext("{what}: there is no location {name}", what=what, name=name)
        message += of_company(place, company.locations, "locations")
        links.report.error(shown.line_of("location"), Rule.UNKNOWN_LOCATION, message)


def _role_list(shown: Shown, links: Links) -> None:
    _family(shown, links)
    if "skill" in shown.options:
        line = shown.line_of("skill")
        links.leads("skill", shown.options["skill"], line, "`role-list` `:skill:`")
    display = shown.options.get("display", DISPLAYS[0])
    if display and display not in DISPLAYS:
        message = gettext("`{name}`: found {found}", name="display", found=quoted(display))
        message += instead(display, DISPLAYS)
        links.report.error(shown.line_of("display"), Rule.BAD_OPTION, message)


def _family(shown: Shown, links: Links) -> None:
    family, families = shown.options.get("family"), links.handbook.families
    # Of a role's page that can't be read nobody knows the family.
    is_told = any(path.startswith(f"{ROLES_FOLDER}/") for path in links.known.unread)
    if not family or family in families or is_told:
        return
    if links.is_hidden(family in links.known.above.families):
        links.hidden(f"`{shown.name}` `:family:`", family, shown.line_of("family"))
    else:
        message = gettext(
            "`{name}`: there is no family {family}", name=shown.name, family=quoted(family)
        )
        message += instead(family, families, gettext("Families"), no_roles())
        links.report.error(shown.line_of("family"), Rule.UNKNOWN_FAMILY, message)


def _owner(shown: Shown, links: Links) -> None:
    owner = shown.options.get("owner")
    owners, above = (
        {role.facts.owner for role in handbook.roles.values()}
        for handbook in (links.handbook, links.known.above)
    )
    if not owner or owner in owners:
        return
    if links.is_hidden(owner in above):
        links.hidden(f"`{shown.name}` `:owner:`", owner, shown.line_of("owner"))
    else:
        message = gettext(
            "`{name}`: no page has the owner {owner}", name=shown.name, owner=quoted(owner)
        )
        message += instead(owner, sorted(owners), gettext("Owners"), no_roles())
        links.report.error(shown.line_of("owner"), Rule.BAD_OPTION, message)
