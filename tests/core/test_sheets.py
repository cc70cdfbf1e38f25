"""The theme's style sheet is taken apart and put together without the icons alone."""

from __future__ import annotations

import pytest

from hiring.site.sheets import for_both_directions, is_for_icons, rules_of

SHEET = (
    '@charset "UTF-8";/* a; { */a{color:red}@media print{a{b:c}.fa{d:e}}'
    '.x::before{content:"}\\"{"}.fa-bars:before,.fas{content:"\\f0c9"}@font-face{src:url(a.woff)}'
)


def test_rules_are_the_sheet() -> None:
    rules = list(rules_of(SHEET))
    assert "".join(rules) == SHEET
    assert rules == [
        '@charset "UTF-8";',
        "/* a; { */a{color:red}",
        "@media print{a{b:c}.fa{d:e}}",
        '.x::before{content:"}\\"{"}',
        '.fa-bars:before,.fas{content:"\\f0c9"}',
        "@font-face{src:url(a.woff)}",
        "",
    ]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (".fa-bars:before,.fas{content:x}", True),
        ("@font-face{src:url(a.woff)}", True),
        (".fa-bars,a{content:x}", False),
        (".navbar{content:x}", False),
        ("@media print{.fa{a:b}}", False),
    ],
)
def test_icons(rule: str, expected: bool) -> None:
    assert is_for_icons(rule) is expected


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        (
            "a{margin-left:1px;padding-right :2em}",
            "a{margin-inline-start:1px;padding-inline-end :2em}",
        ),
        ("a{ left: 0; right:0 }", "a{ inset-inline-start: 0; inset-inline-end:0 }"),
        ("a{float: left;text-align:right}", "a{float:inline-start;text-align:end}"),
        (
            "a{border-left:0;border-left-color:red}",
            "a{border-inline-start:0;border-inline-start-color:red}",
        ),
        (
            "a{padding:0 1px 2px calc(1px + 2px)}",
            "a{padding-block:0 2px;padding-inline:calc(1px + 2px) 1px}",
        ),
        ("a{border-top-right-radius:1px}", "a{border-start-end-radius:1px}"),
        ("a{--x-left:1px;background-position:left}", "a{--x-left:1px;background-position:left}"),
        (".left:hover,.a .right{b:var(--left)}", ".left:hover,.a .right{b:var(--left)}"),
    ],
)
def test_a_sheet_for_both_directions(sheet: str, expected: str) -> None:
    assert for_both_directions(sheet) == expected
