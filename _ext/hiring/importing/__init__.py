"""Job descriptions that exist elsewhere, read into role pages; see ``docs/design.md``."""
