"""Openings, made up by hypothesis, with the text that breaks formats."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from hiring.language.read import read_tree
from hiring.model.audience import Audience
from hiring.model.facts import OpeningFacts
from hiring.model.opening import Opening, places_of
from hiring.model.tree import Body
from hiring.posting.content import Bullets, Content, Item, Paragraph, Span, paragraph
from tests.support.examples import examples

if TYPE_CHECKING:
    from hiring.model.handbook import Handbook

few = examples(6)

PIECES = (
    *(
        "</script>",
        "<!--",
        "]]>",
        "<b>",
        "&amp;",
        "&",
        "&#65;",
        "<",
        ">",
        '"',
        "'",
        "`",
        "``",
        "\\",
    ),
    *(
        "*",
        "**",
        "_",
        "__",
        "[",
        "](",
        "](https://a.b)",
        "![",
        "|",
        "~~",
        "#",
        "# ",
        "- ",
        "+ ",
        "> ",
    ),
    *(
        "1. ",
        "1)",
        "23",
        "=",
        "---",
        "===",
        ":::",
        "%",
        "(a)=",
        "{role}",
        "{{7*7}}",
        "$",
        "  ",
        "\t",
    ),
    *(
        "word",
        "a",
        "B",
        "C#",
        "C ",
        "naïve",
        "😀",
        "👩‍💻",
        "שלום",
        "مرحبا",
        "日本語の仕事です",
        "\xa0",
        "é",
    ),
    *(
        "\x00",
        "\x07",
        "\x1b",
        "\x85",
        "\u2028",
        "\ufffe",
        "\U0001ffff",
        "https://a.example/?b&copy;c",
    ),
)
pieces = st.lists(st.sampled_from(PIECES) | st.characters(codec="utf-8"), min_size=1, max_size=8)
texts = pieces.map("".join)
# A fact with stars in pairs is refused.
lines = texts.map(
    lambda text: " ".join(text.replace("**", "*").replace("**", "*").split())[:200].strip()
).filter(lambda line: line and "**" not in line)
hrefs = st.sampled_from(["https://a.example/b_c?d=e&f=*g*", "mailto:jobs@a.example"])

spans = st.builds(
    Span, texts, st.booleans(), st.booleans(), st.none() | st.none() | hrefs, placeholder=st.none()
)
paragraphs: st.SearchStrategy[Paragraph] = (
    st.lists(spans, min_size=1, max_size=5).map(paragraph).filter(bool)  # type: ignore[assignment]
)


def _bullets(inner: st.SearchStrategy[Content]) -> st.SearchStrategy[Content]:
    contents = st.lists(inner, min_size=1, max_size=3).map(tuple)
    items = st.builds(Item, contents)
    first = st.sampled_from([None, 1, 9])
    return st.builds(Bullets, st.lists(items, min_size=1, max_size=3).map(tuple), first)


contents = st.lists(st.recursive(paragraphs, _bullets, max_leaves=6), min_size=1, max_size=4)

_PAY = st.sampled_from(
    [
        {"currency": "USD", "min": "100000", "max": "160000", "per": "year"},
        {"currency": "USD", "min": "120000", "max": "120000", "per": "year"},
        {"currency": "EUR", "min": "22.50", "max": "31", "per": "hour"},
        {"currency": "JPY", "min": "400000", "max": "500000", "per": "month"},
    ]
)
STATED: dict[str, st.SearchStrategy[Any]] = {
    "title": lines,
    "pay": _PAY,
    "hours": st.sampled_from(
        [{"per_week": "23", "full_time": "37.5"}, {"per_week": "40"}, {"per_week": "36"}]
    ),
    "schedule": lines,
    "grade": lines | st.fixed_dictionaries({"scheme": lines, "step": lines}),
    "other_pay": st.lists(
        st.fixed_dictionaries(
            {"kind": st.sampled_from(["bonus", "equity", "allowance", "other"]), "text": lines}
        ),
        max_size=2,
    ),
    "track": st.sampled_from(["individual", "manager"]),
    "licenses": st.lists(
        lines.map(lambda line: {"name": line})
        | st.fixed_dictionaries(
            {"name": lines, "issuer": lines, "priority": st.sampled_from(["must", "should"])},
            optional={"within": st.just("12 months")},
        ),
        max_size=3,
    ),
    "supervises": lines,
    "supervision": lines,
    "exempt": st.sampled_from(["true", "false"]),
    "conditions": st.lists(
        st.fixed_dictionaries({"kind": st.sampled_from(["drug-test", "right-to-work"])})
        | st.fixed_dictionaries(
            {"kind": st.sampled_from(["clearance", "citizenship"]), "text": lines},
            optional={"reason": lines},
        ),
        max_size=3,
    ),
    "visa": st.sampled_from(["sponsored", "not-sponsored"]),
    "languages": st.lists(
        st.fixed_dictionaries(
            {"language": st.sampled_from(["de", "en", "gsw"])}, optional={"level": lines}
        ),
        max_size=2,
    ),
    "experience": st.fixed_dictionaries(
        {"years": st.sampled_from(["0-1", "2-3", "5+"])}, optional={"text": lines}
    ),
    "term": st.sampled_from(
        [{"until": "2027-08-31"}, {"months": "12"}, {"probation": {"weeks": "6"}}]
    ),
    "employment_type": st.sampled_from(["part-time", "per-diem", "other"]),
    "work_arrangement": st.sampled_from(["on-site", "hybrid"]),
    "travel": lines,
    "reports_to": lines | st.lists(lines, min_size=1, max_size=2),
    "matrix_to": lines,
}
"""What an opening may state anew, by the fact's name; where the work is done goes with places."""

_DAY = date(2026, 11, 20)
_places = st.fixed_dictionaries(
    {"country": st.sampled_from(["US", "DE", "JP", "GB"])},
    optional={"locality": lines, "postal_code": st.just("78701"), "street": lines},
)
_where = st.one_of(
    st.fixed_dictionaries(
        {
            "locations": st.lists(st.just("austin") | _places, min_size=1, max_size=3),
            "work_arrangement": STATED["work_arrangement"],
        }
    ),
    st.fixed_dictionaries(
        {"remote": st.lists(st.sampled_from(["US", "DE-BE", "US-CA"]), min_size=1, unique=True)}
    ),
)
_facts = st.fixed_dictionaries(
    {
        "role": st.just("data-engineer"),
        "requisition": lines,
        "status": st.sampled_from(["open", "open", "open", "filled", "closed", "draft"]),
        "posted": st.dates(date(2026, 1, 1), date(2026, 12, 31)).map(str),
        "apply": st.sampled_from(
            [{"url": "https://a.example/jobs?a=b&c=d"}, {"email": "a@b.example"}]
        ),
    },
    optional={
        "level": st.sampled_from(["entry", "senior"]),
        "closes": st.dates(date(2027, 1, 1), date(2027, 12, 31)).map(str),
        **{name: values for name, values in STATED.items() if name != "work_arrangement"},
        "start": lines | st.just("2027-02-01"),
        "positions": st.sampled_from(["1", "3"]),
    },
)
_bodies = st.lists(
    texts | texts.map(lambda text: f"\n\n## {text}\n\n") | texts.map("- {}\n".format), max_size=4
)
stated = st.tuples(st.builds(dict.__or__, _facts, _where), _bodies.map("".join))


def opening(handbook: Handbook, facts: dict[str, Any], body: str = "", key: str = "job") -> Opening:
    """Return an opening of some facts, as the reader would; those that are None are left out."""
    stated = {name: value for name, value in facts.items() if value is not None}
    found = OpeningFacts.model_validate(stated)
    role = handbook.roles[found.role]
    level = role.level(found.level) if found.level else None
    return Opening(
        key=key,
        path=f"openings/{key}.md",
        facts=found,
        title=role.facts_at(level, found).title,
        audience=Audience.PUBLIC,
        markdown=body,
        places=places_of(found, handbook.company),
        language=role.language,
        body=Body(lambda: read_tree(body, 1, f"openings/{key}.md").nodes),
    )
