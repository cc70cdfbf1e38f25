"""What builds of one process need not do again: what is of the package, and not of a handbook."""

from __future__ import annotations

import logging
from functools import cache, lru_cache, partial

from jinja2.bccache import Bucket, BytecodeCache
from jinja2.sandbox import SandboxedEnvironment
from sphinx import jinja2glue

from hiring.model import digests
from hiring.site.hooks import scripts


class Compiled(BytecodeCache):
    """Keeps compiled templates in this process, by a digest of their text."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self.kept:
            bucket.bytecode_from_string(self.kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.kept[bucket.key] = bucket.bytecode_to_string()


def keep_what_is_of_the_package() -> None:
    """Let all builds of this process, and of those forked from it, share what no handbook changes.

    Compiled templates, the texts of scripts, and which files the package has.
    """
    shared = partial(SandboxedEnvironment, bytecode_cache=Compiled())
    jinja2glue.SandboxedEnvironment = shared  # type: ignore[assignment,attr-defined]
    scripts.script_text = lru_cache(maxsize=64)(scripts.script_text)
    digests._code_in = cache(digests._code_in)


def log_less() -> None:
    """Let no build make records that only somebody who debugs Sphinx asks for."""
    logging.disable(logging.DEBUG)
