"""A handbook small enough to be built many times."""

project = "Sample handbook"
extensions = ["hiring"]
primary_domain = "hiring"
html_theme = "hiring"
html_copy_source = False
html_use_index = False
smartquotes = False
nitpicky = True
