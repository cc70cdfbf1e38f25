"""A Java that runs, for the program that checks e-books."""

from __future__ import annotations

import shutil
import subprocess

import pytest

HOW_TO_GET_ONE = """\
No Java that runs here was found, and EPUBCheck, by which e-books are judged, needs one.
Install one with your system's packages: on Debian and Ubuntu, apt-get install default-jre-headless;
on a Mac, brew install openjdk; elsewhere, https://adoptium.net."""


def need_java() -> None:
    """Fail where there is no Java that runs, and say how to get one."""
    # Being there is not enough: a Mac's is a program that asks to install one.
    path = shutil.which("java")
    command = [path or "", "-version"]
    if not path or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.fail(HOW_TO_GET_ONE, pytrace=False)
