"""A handbook in which each construct stands and nothing is said: no word in it has four letters."""

from __future__ import annotations

from hiring.model.blocks import BLOCKS

_FRONT = "---\naudience: public\n---\n\n"
_BLOCKS = "\n\n".join(f":::{{{name}}}\n- One\n:::" for name in BLOCKS)
_VIEWS = """role-list role-list!table skill-list opening-list recent-changes change-list review-list
skill-matrix readiness-list search-box posting-generator application-checklist check-rules
posting-laws pay-chart career-map org-chart"""
_TABLE = "| a | b | c |\n|---|---|---|\n| one | 1 | 2 |\n"
_NOTES = "note tip important warning caution admonition dropdown card"


def _view(name: str) -> str:
    name, _, display = name.partition("!")
    return f":::{{{name}}}\n" + (f":display: {display}\n" if display else "") + ":::"


ROLE = f"""---
role:
  title: One
  aliases: [Ace]
  family: Abc
  summary: It is one.
  reports_to: Two
  matrix_to: One
  hours: {{per_week: 30, full_time: 40}}
  schedule: One
  term: {{months: 1}}
  grade: Abc
  track: manager
  other_pay: [none]
  licenses: [Abc]
  supervises: Two
  supervision: One
  exempt: true
  languages: [{{language: en, level: One}}]
  experience: {{years: 1-2}}
  conditions: [{{kind: other, text: One}}]
  visa: sponsored
  work_arrangement: hybrid
  travel: None
  pay: {{currency: USD, min: 30000, max: 60000, per: year}}
  market_pay: {{currency: USD, average: 39950, per: year, as_of: 2025-05, source: Abc}}
  occupation: {{onet_soc: 15-1243.01, match: close}}
  education: {{level: bachelor, fields: [Art], or_experience: true}}
  related: [two, six]
  works_with: [two]
  owner: Abc
  reviewed: 2025-01-31
  review_every: 12 months
audience: public
redirects: [old]
---

# One

:::{{role-facts}}
:::

{_BLOCKS}

:::{{qualifications}}
:priority: nice
- {{skill}}`Abc`
:::

::::{{levels}}
:::{{level}} Low
:years: 0-2
:background: One
:scope: One
:pay: USD 30000-40000 per year
- One
:::

:::{{level}} Mid
:years: 2+
- One
:::
::::

::::{{faq}}
:::{{question}} Is it?
:also: two
It is.
:::
::::

:::{{level-diff}}
:from: one/low
:to: one/mid
:::

:::{{posting}}
:::
"""

OPENING = """---
opening:
  role: one
  level: low
  requisition: A-1
  status: open
  posted: 2000-01-01
  closes: 2099-12-31
  locations: [{locality: Abc, region: TX, country: US}]
  vacancy: true
  ai_screening: true
  apply: {email: a@abc.example, url: https://abc.example}
audience: public
---

One [[location]].
"""

PAGE = """
# Abc

{role}`one`, {level}`one/low`, {question}`one/is-it`, {skill}`Abc`, {opening}`job`,
[one](roles/one.md), {doc}`index`, {ref}`abc`, {term}`Abc`, {kbd}`A`, {abbr}`A (One)`, {sub}`1`,
{sup}`2`, {download}`a.svg`, **one**, *two*, `abc`, [a](https://abc.example), ![a](a.svg) one.[^a]

[^a]: One.

(abc)=

## Two

1. One

> One

Abc
: One

| a | b |
|:--|--:|
| 1 | 2 |

```python
def a(b: int = 1) -> str:  # one
    return f"{b}" + 'a' if b > 1.5 else None
```

:::{code-block} sh
:caption: Abc
a=1
:::

:::{figure} a.svg
:alt: a
:name: fig

One
:::

:::{list-table} Abc
:header-rows: 1
* - a
  - b
* - 1
  - 2
:::

:::{rubric} Abc
:::

:::{epigraph}
One
:::

:::{glossary}
Abc
  One
:::

::::{grid} 2
:::{grid-item-card} Abc
:link: index
:link-type: doc
One
:::
::::

::::{tab-set}
:::{tab-item} Abc
One
:::
::::

"""

FILES = {
    "company.yaml": "name: Abc\nurl: https://abc.example\ncurrency: USD\n"
    "placeholders:\n  location: {label: Abc, hint: One}\n"
    "owners:\n  Abc: {email: abc@abc.example}\n",
    "skills.yaml": "skills:\n  - {key: abc, name: Abc, aliases: [Ace], description: One.}\n",
    "a.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1"/></svg>',
    "index.md": f"{_FRONT}# Abc\n\n```{{toctree}}\n:caption: Abc\n\npage\nviews\ncharts\nskills\n"
    "roles/one\nroles/two\nroles/six\nposting-generator\nopenings/index\n```\n",
    "page.md": _FRONT
    + PAGE
    + "\n\n".join(f":::{{{name}}} Abc\nOne\n:::" for name in _NOTES.split()),
    "views.md": f"{_FRONT}# Abc\n\n" + "\n\n".join(map(_view, _VIEWS.split())) + "\n",
    "charts.md": _FRONT
    + "# Abc\n\n"
    + "\n\n".join(f":::{{{name}}}\n{_TABLE}:::\n" for name in ("bar-chart", "hiring-timeline")),
    "skills.md": f"{_FRONT}# Abc\n\n:::{{skill-list}}\n:::\n",
    "posting-generator.md": f"{_FRONT}# Abc\n\n:::{{posting-generator}}\n:::\n",
    "openings/index.md": f"{_FRONT}# Abc\n\n:::{{opening-list}}\n:::\n\n"
    "```{toctree}\n:glob:\n\n*\n```\n",
    "openings/job.md": OPENING,
    "openings/far.md": OPENING.replace(
        "locations: [{locality: Abc, region: TX, country: US}]", "remote: [US, DE-BE]"
    )
    .replace("A-1", "A-2")
    .replace(": true", ": false"),
    "roles/one.md": ROLE,
    "roles/two.md": _FRONT.replace(
        "audience",
        "role: {title: Two, family: Abc, summary: It is., status: retired, owner: Abc}\naudience",
    )
    + "# Two\n",
    "roles/six.md": _FRONT.replace(
        "audience",
        "role: {title: Six, family: Abc, summary: It is., related: [one], reports_to: Six, "
        "owner: Abc, market_pay: {currency: USD, average: 1, per: hour}}\naudience",
    )
    + "# Six\n\n:::{qualifications}\n- {skill}`Abc`\n:::\n",
}
