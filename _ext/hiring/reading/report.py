"""Where the reader notes what is wrong: see ``hiring.model.report``."""

from hiring.model.report import Report

__all__ = ["Report"]
