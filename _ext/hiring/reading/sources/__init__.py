"""The handbook's files: which there are, their text, and what of it is for whom."""
