"""Markdown as a tree: the parser, the words of the language, and nobody's purpose."""
