"""The lantern."""


def light() -> int:
    """Light it."""
    return 1
