"""Feeds of the openings that everybody may see and apply for today."""
