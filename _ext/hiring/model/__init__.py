"""What is true: the handbook's values. Nothing here reads a file or knows Sphinx."""
