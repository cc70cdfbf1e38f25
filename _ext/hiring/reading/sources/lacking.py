"""What a conf.py surely does not do, told from its text: no program is run."""

from __future__ import annotations

import ast

from hiring.reading.sources.settings import PREFIX


def lacks_address(source: bytes) -> bool:
    """Tell whether a conf.py surely does not say where the site for the public is published."""
    try:
        nodes = list(ast.walk(ast.parse(source)))
    except (SyntaxError, ValueError):
        return False
    if any(isinstance(node, ast.ImportFrom) for node in nodes):
        return False
    return not any(
        isinstance(node, ast.Name)
        and node.id in ("html_baseurl", f"{PREFIX}addresses")
        and isinstance(node.ctx, ast.Store)
        for node in nodes
    )


def lacks_extension(source: bytes) -> bool:
    """Tell whether a conf.py surely lacks this extension: what it imports may well name it."""
    try:
        nodes = list(ast.walk(ast.parse(source)))
    except (SyntaxError, ValueError):
        return False
    if any(isinstance(node, (ast.Call, ast.Import, ast.ImportFrom)) for node in nodes):
        return False
    return not any(
        isinstance(part, ast.Constant) and part.value == "hiring"
        for node in nodes
        if isinstance(node, (ast.Assign, ast.AnnAssign, ast.AugAssign))
        and "extensions" in (getattr(it, "id", "") for it in ast.walk(node))
        for part in ast.walk(node)
    )


def lacks_index(source: bytes) -> bool:
    """Tell whether a conf.py says that the site has no index of Sphinx's, `genindex`."""
    try:
        statements = ast.parse(source).body
    except (SyntaxError, ValueError):
        return False
    stated = [
        node.value
        for node in statements
        if isinstance(node, ast.Assign)
        and any(getattr(it, "id", "") == "html_use_index" for it in node.targets)
    ]
    return bool(stated) and isinstance(stated[-1], ast.Constant) and not stated[-1].value
