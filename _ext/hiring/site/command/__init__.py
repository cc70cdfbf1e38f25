"""The commands that build a site and look through it."""
