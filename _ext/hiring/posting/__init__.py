"""Postings: a role, a level, an opening and the company put together, in every form they go out."""
