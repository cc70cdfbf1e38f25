"""Get a program through Debian's packages, where this machine may."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence


def commands_for(*packages: str) -> list[list[str]]:
    """Return what installs packages; nothing where there is no apt-get, or only root may use it."""
    if not shutil.which("apt-get") or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return []
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    return [["apt-get", "update"], install]


def run(commands: Iterable[Sequence[str]]) -> None:
    """Run commands one after the other; one that fails is reported by itself."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in commands:
        print("+", *command, file=sys.stderr)
        # Their chatter goes to standard error: standard output is for what the caller prints.
        subprocess.run(command, stdout=sys.stderr, env=environment, check=False)
