"""What happens at the events of a build, in the order that `site/__init__.py` gives."""
