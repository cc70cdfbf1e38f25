"""The second line of defence: what Sphinx does with a page whose mistakes the reader did not see.

Here the reader's findings are thrown away and front matter is left to MyST, as if every check of
the reader had failed. Nothing in a page may then run, read a file outside of the handbook, reach
the network, or put HTML into the site. Each attack is a page of its own, in one build.
"""

from __future__ import annotations

import os
import re
import socket
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from bs4 import BeautifulSoup
from docutils import nodes
from sphinx.errors import ConfigError

from hiring.reading.projected_tree import write_tree
from hiring.site.hooks import guard, lifecycle, projected
from tests.support.searched import opened

from .conftest import run_build

if TYPE_CHECKING:
    from sphinx.testing.util import SphinxTestApp

SECRET = "the-secret-outside"
RUN = "cycler.__init__.__globals__.os.system('touch {canary}')"

ATTACKS = {
    "substitution": "---\nmyst:\n  enable_extensions: [substitution]\n---\n# A\n\n{{ "
    + RUN
    + " }}",
    "html-setting": "---\nmyst:\n  html_meta: {refresh: '0; url=//x.example'}\n---\n# A",
    "raw": "# A\n\n:::{raw} html\n<script>alert(1)</script>\n:::",
    "raw-file": "# A\n\n:::{raw} html\n:file: ../secret.txt\n:::",
    "raw-capitals": "# A\n\n:::{RAW} html\n<script>alert(1)</script>\n:::",
    "raw-domain": "# A\n\n:::{std:raw} html\n<script>alert(1)</script>\n:::",
    "include": "# A\n\n:::{include} ../secret.txt\n:::",
    "literalinclude": "# A\n\n:::{literalinclude} ../secret.txt\n:::",
    "csv-file": "# A\n\n:::{csv-table} T\n:file: ../secret.txt\n:::",
    "csv-url": "# A\n\n:::{csv-table} T\n:url: http://127.0.0.1:9/x\n:::",
    "rst": "# A\n\n```{eval-rst}\n.. raw:: html\n\n   <script>alert(1)</script>\n\n"
    ".. include:: ../secret.txt\n```",
    "meta": "# A\n\n:::{meta}\n:http-equiv=refresh: 0; url=//x.example\n:::",
    "role": "# A\n\n:::{role} raw-html(raw)\n:format: html\n:::\n\n{raw-html}`<script>x</script>`",
    "default-role": "# A\n\n:::{default-role} math\n:::",
    "only": "# A\n\n:::{only} html\nText\n:::",
    "date": "# A\n\n:::{date}\n:::",
    "math": "# A\n\n:::{math}\nx\n:::\n\n{math}`x`",
    "html": '# A <script>alert(1)</script>\n\n<img src=x onerror="alert(1)">\n\n<div>\n\n<b>c</b>',
    "comment": "# A\n\n<!-- x --><iframe src=//x.example></iframe>",
    "image-remote": "# A\n\n![a](https://127.0.0.1:9/x.png)",
    "image-data": "# A\n\n![a](data:image/png;base64,AAAA)",
    "image-outside": "# A\n\n![a](../secret.png)",
    "image-signed": "# A\n\n![a](%2e%2e/secret.png) ![b](x%00.png)",
    "image-signed-remote": "# A\n\n![a](https%3A//127.0.0.1:9/x.png)",
    "image-any": "# A\n\n![a](../secret.*)",
    "image-link": "# A\n\n![a](linked.png)",
    "image-linked-folder": "# A\n\n![a](away/secret.png)",
    "image-fifo": "# A\n\n![a](fifo.png)",
    "image-script": "# A\n\n![a](evil.svg)",
    "figure-target": "# A\n\n:::{figure} fine.svg\n:alt: a\n:target: javascript:alert(1)\n:::",
    "figure-target-hidden": "# A\n\n:::{figure} fine.svg\n:alt: a\n:target: ' JavaScript:x'\n:::",
    "card-link": "# A\n\n:::{card} One\n:link: javascript:alert(1)\nText\n:::",
    "card-link-data": "# A\n\n:::{card} One\n:link: data:text/html,x\nText\n:::",
    "card-link-backslash": "# A\n\n:::{card} One\n:link: \\\\x.example\nText\n:::",
    "card-image": "# A\n\n:::{card} One\n:img-top: https://127.0.0.1:9/x.png\nText\n:::",
    "link-file": "# A\n\n[a](../secret.txt)",
    "link-encoded": "# A\n\n[a](..%2Fsecret.txt) [b](%2e%2e/secret.txt)",
    "link-source": "# A\n\n[a](conf.py) [b](company.yaml)",
    "link-path": "# A\n\n<path:../secret.txt>",
    "link-scheme": "# A\n\n[a](ftp://127.0.0.1:9/x) [b](inv:x#y)",
    "download": "# A\n\n{download}`../secret.txt` {download}`a <conf.py>`\n{download}`index.md`",
    "download-absolute": "# A\n\n{download}`/../secret.txt` {download}`//etc/passwd`",
    "contents": "# A\n\n:::{toctree}\nX <javascript://%0aalert(1)>\n:::",
}
"""What each attack's page holds; each is refused with at least one warning on its page."""


@pytest.fixture
def attacked(sample: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the sample with a page for each attack, and a reader that lets them all pass."""
    monkeypatch.setattr(lifecycle, "report", lambda *arguments: None)
    monkeypatch.setattr(projected, "blanked", lambda text: text)
    monkeypatch.chdir(sample)
    outside = sample.parent
    (outside / "elsewhere").mkdir()
    (outside / "elsewhere" / "secret.png").write_bytes(b"\x89PNG\r\n\x1a\n" + SECRET.encode())
    (outside / "built").mkdir()
    for folder in (outside, outside / "built"):  # beside the handbook, and beside what is built
        (folder / "secret.txt").write_text(SECRET)
        (folder / "secret.png").write_bytes(b"\x89PNG\r\n\x1a\n" + SECRET.encode())
    (sample / "linked.png").symlink_to(outside / "secret.png")
    (sample / "away").symlink_to(outside / "elsewhere")
    (sample / "loop").symlink_to(sample)
    (sample / "roles" / "loop").symlink_to(sample)
    os.mkfifo(sample / "fifo.png")
    drawing = "<svg xmlns='http://www.w3.org/2000/svg'>{}</svg>"
    (sample / "evil.svg").write_text(drawing.format("<script>alert(1)</script>"))
    (sample / "fine.svg").write_text(drawing.format("<path d='M0 0h1'/>"))
    for name, text in ATTACKS.items():
        page = text.replace("{canary}", str(outside / "canary"))
        (sample / f"attack-{name}.md").write_text(page + "\n")
    (sample / "attack-other.rst").write_text("A\n=\n\n.. raw:: html\n\n   <script>x</script>\n")
    return sample


def no_network(*arguments: Any) -> None:
    raise AssertionError(f"the build reaches for the network: {arguments}")


def contents(folder: Path) -> bytes:
    """Return all that a build has written; what stands in ``_static`` comes of no page."""
    files = [file for file in sorted(folder.rglob("*")) if "_static" not in file.parts]
    return b"\0".join(opened(file.read_bytes()) for file in files if file.is_file())


def shape(file: Path) -> list[tuple[str, list[str]]]:
    """Return a page's elements, each with the names of its attributes."""
    soup = BeautifulSoup(file.read_text("utf-8"), "html.parser")
    return [(tag.name, sorted(tag.attrs)) for tag in soup.find_all()]


@pytest.mark.parametrize("builder", ["html", "latex"])
def test_every_attack_is_refused(
    attacked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, builder: str
) -> None:
    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, no_network)
    held: set[str] = set()

    def look(app: SphinxTestApp) -> None:
        for docname in app.env.all_docs:
            found = app.env.get_doctree(docname).findall()
            held.update(type(node).__name__ for node in found if not isinstance(node, nodes.Text))

    said = run_build(attacked, tmp_path / "built", builder=builder, then=look)
    told = set(re.findall(r"/attack-([a-z-]+)\.md.* \[(?:hiring|myst)\.", said))
    silent = {"html", "comment"}  # shown as the text that they are
    assert told == set(ATTACKS) - silent
    assert held & {"raw", "meta", "only", "math", "math_block", "pending"} == set()
    written = contents(tmp_path / "built" / builder)
    assert SECRET.encode() not in written
    assert not list(tmp_path.rglob("canary"))
    assert not re.search(rb'(?:href|src)="[^"]*(?:javascript|data|file|vbscript):', written)


def test_no_html_of_a_page_is_html(attacked: Path, tmp_path: Path) -> None:
    run_build(attacked, tmp_path / "built")
    plain = shape(tmp_path / "built/html/plain.html")
    assert ("script", []) not in plain, "a script without an address would be the page's own"
    for name in ATTACKS:
        found = shape(tmp_path / f"built/html/attack-{name}.html")
        assert not [tag for tag, _ in found if tag in ("iframe", "b")], name
        assert not [keys for _, keys in found if any(key.startswith("on") for key in keys)], name
        assert ("script", []) not in found, name
        refreshes = [keys for tag, keys in found if tag == "meta" and "http-equiv" in keys]
        assert not refreshes, name
    shown = (tmp_path / "built/html/attack-html.html").read_text("utf-8")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown
    assert not (tmp_path / "built/html/attack-other.html").exists()


def test_a_drawing_is_copied_and_an_evil_one_is_not(attacked: Path, tmp_path: Path) -> None:
    (attacked / "fine.md").write_text("# A\n\n![a](fine.svg) and [b](fine.svg)\n")
    run_build(attacked, tmp_path / "built")
    built = tmp_path / "built" / "html"
    copied = [file.name for file in built.rglob("*.svg") if "_static" not in file.parts]
    assert copied == ["fine.svg", "fine.svg"]


def test_a_page_that_the_reader_does_not_know_is_empty(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As after a slip of what writes the tree."""

    def with_another(*arguments: Any) -> None:
        write_tree(*arguments)
        (arguments[2] / "secret.md").write_text(f"# A {SECRET}\n")

    monkeypatch.setattr(lifecycle, "report", lambda *arguments: None)
    monkeypatch.setattr(projected, "write_tree", with_another)
    said = run_build(sample, tmp_path / "built")
    assert "secret.md:1: WARNING: this is no page of the handbook" in said
    assert SECRET.encode() not in contents(tmp_path / "built" / "html")


def test_settings_of_docutils_are_not_read(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`record_dependencies` names a file that docutils writes as soon as it reads the setting."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(sample)
    for place in (sample / "docutils.conf", tmp_path / ".docutils"):
        place.write_text(f"[general]\nrecord_dependencies: {tmp_path}/canary\n")
    run_build(sample, tmp_path / "built")
    assert not (tmp_path / "canary").exists()


def test_syntax_that_is_not_read_before_is_refused(sample: Path, tmp_path: Path) -> None:
    with (sample / "conf.py").open("a") as conf:
        conf.write('myst_enable_extensions = ["substitution"]\n')
    with pytest.raises(ConfigError, match="substitution"):
        run_build(sample, tmp_path / "built")


def test_an_operator_may_allow_more(sample: Path, tmp_path: Path) -> None:
    with (sample / "conf.py").open("a") as conf:
        conf.write(
            'hiring_extra_directives = ["math"]\nhiring_extra_references = ["math"]\n'
            'hiring_extra_schemes = ["ftp"]\n'
            'hiring_extra_nodes = ["docutils.nodes.math", "docutils.nodes.math_block"]\n'
        )
    page = "# A\n\n{math}`x`, [b](ftp://example.org/x)\n\n:::{math}\n<b>\n:::\n"
    (sample / "plain.md").write_text(page)
    found: list[nodes.document] = []
    said = run_build(
        sample, tmp_path / "built", then=lambda app: found.append(app.env.get_doctree("plain"))
    )
    assert "plain.md" not in said
    held = {type(node).__name__ for node in found[0].findall()}
    assert held >= {"math", "math_block", "reference"}


def test_the_allowed_nodes_exist() -> None:
    """A name that is misspelled would refuse what it means to allow."""
    for name in guard.NODES:
        module, _, kind = name.rpartition(".")
        assert hasattr(__import__(module, fromlist=[kind]), kind), name


PAYLOAD = (
    "<script>alert(1)</script>\"'><img src=x onerror=alert(1)></title></script>{{ 7*7 }}{% if %}"
)
FIELDS = """\
---
role:
  title: '@'
  aliases: ['@']
  family: '@'
  status: active
  summary: '@'
  reports_to: '@'
  travel: '@'
  owner: '@'
  market_pay: {currency: USD, average: 1000, per: year, as_of: 2025, source: '@'}
title: '@'
description: '@'
keywords: ['@']
redirects: [roles/old]
---

# Title \\@

::::{levels}
:::{level} @
:years: 1-2
:background: '@'
:scope: '@'
- One
:::
::::

::::{faq}
:::{question} Why @?
:also: '@'
Because.
:::
::::

:::{role-facts}
:::

:::{code-block} text
@
:::

`@`
"""

DATA = {
    "company.yaml": "name: '@'\nurl: https://sample.example\n"
    "placeholders:\n  location: {label: '@', hint: '@'}\n",
    "skills.yaml": "skills:\n  - {key: python, name: '@', aliases: [], description: '@'}\n"
    "  - {key: sql, name: SQL, aliases: [], description: '@'}\n"
    "  - {key: mentoring, name: Mentoring, aliases: [coaching], description: '@'}\n",
}


def test_text_of_every_field_is_text(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Elements and attributes are the same, whatever the fields hold; both sort and split alike."""
    monkeypatch.setattr(lifecycle, "report", lambda *arguments: None)
    shapes = []
    for number, words in enumerate((PAYLOAD, "< so many words as that has")):
        text = words.replace("'", "''")
        (sample / "roles/fields.md").write_text(
            FIELDS.replace("'@'", f"'{text}'").replace("@", words)
        )
        (sample / "fields.md").write_text(
            "# A\n\n:::{role-list}\n:::\n\n:::{faq}\n:from: all\n:::\n"
        )
        for name, data in DATA.items():
            (sample / name).write_text(data.replace("@", text))
        built = tmp_path / f"built-{number}"
        run_build(sample, built)
        pages = sorted((built / "html").rglob("*.html"))
        shapes.append({page.relative_to(built).as_posix(): shape(page) for page in pages})
        shown = (built / "html/roles/fields.html").read_text("utf-8")
        assert BeautifulSoup(shown, "html.parser").get_text().count(words) > 4
    assert shapes[0].keys() == shapes[1].keys()
    for page, found in shapes[0].items():
        assert found == shapes[1][page], page
