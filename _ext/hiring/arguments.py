"""What a command line takes, told in the language of the handbook where the command is called.

A room of its own, as each command brings its arguments and argparse knows its own language alone.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from hiring.model.messages import gettext, tell_in, translate

if TYPE_CHECKING:
    from collections.abc import Iterable

HANDBOOK = Path("handbook")
"""Where a command looks for the handbook that nobody names."""


def tell_as_in(folder: Path) -> None:
    """Tell messages in the language of the handbook in a folder, in English where there is none."""
    # What reads settings is loaded for few.
    from hiring.reading.sources.settings import CONF
    from hiring.reading.sources.sources import language_in

    tell_in(language_in(folder / CONF))


class Help(argparse.HelpFormatter):
    """Tells what the arguments are in the language of messages; ``help`` stays in English."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """Add how a command is called."""
        super().add_usage(usage, actions, groups, gettext("usage: ") if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        """Start a list of arguments."""
        known = {
            "positional arguments": gettext("positional arguments"),
            "options": gettext("options"),
        }
        super().start_section(known.get(heading or "", heading))

    def add_text(self, text: str | None) -> None:
        """Add what a command is for."""
        super().add_text(translate(text) if text else text)

    def _get_help_string(self, action: argparse.Action) -> str | None:
        """Return what an argument is for: where argparse's own formatters say more of it."""
        known = {
            "show this help message and exit": gettext("show this help message and exit"),
            "show program's version number and exit": gettext("show the version and exit"),
        }
        said = action.help or ""
        return known.get(said) or translate(said)


class Parser(argparse.ArgumentParser):
    """A parser, as are those of its commands, whose help is in the handbook's language."""

    def __init__(self, **settings: Any) -> None:
        """Take what argparse takes."""
        super().__init__(**{"formatter_class": Help, **settings})

    def format_help(self) -> str:
        """Return what the command takes."""
        tell_as_in(HANDBOOK)
        return super().format_help()

    def error(self, message: str) -> NoReturn:
        """End with the usage and what is wrong, in argparse's words."""
        tell_as_in(HANDBOOK)
        self.print_usage(sys.stderr)
        self.exit(2, gettext("{program}: error: {said}", program=self.prog, said=message) + "\n")
