"""What all tests share: less time spent on what they are not about."""

from __future__ import annotations

import os

# The programs that tests start would else compile the package each time they start.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
