"""A handbook to begin with: its templates stand in ``data/starter``, in each language."""
