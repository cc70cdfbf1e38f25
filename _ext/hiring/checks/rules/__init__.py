"""The rules, a function each; a family may have several modules."""
