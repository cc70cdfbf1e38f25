"""Nodes for what HTML has and docutils lacks, and how each is written."""
