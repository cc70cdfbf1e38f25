"""The theme's style sheet is taken apart and put together without the icons alone."""

from __future__ import annotations

import pytest

from hiring.site.sheets import is_for_icons, rules_of

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
