"""The settings of the site. All about the company stands in company.yaml."""

project = "Harbour Hospital: how we hire"
author = "Harbour Hospital"
copyright = "2026, Harbour Hospital. CC BY 4.0."
version = "2026"  # the edition; e-books must name one
language = "en"

extensions = ["hiring"]
primary_domain = "hiring"
hiring_audience = "employee"

# The version of the package whose changes these pages have followed: `make upgrade` reads and writes it.
hiring_version = "0.1.0"

# Feeds, search engines and job boards need the first address. Take the signs away from both lines.
# html_baseurl = "https://careers.example.com/"
# hiring_addresses = {"employee": "https://handbook.example.com/"}

nitpicky = True
smartquotes = False

html_theme = "hiring"
html_title = project
html_copy_source = False
html_show_sourcelink = False
html_use_index = False
html_theme_options = {
    "search_bar_text": "Search the handbook",
    "show_prev_next": False,
    "navbar_align": "left",
    "navbar_end": ["theme-switcher"],
    "secondary_sidebar_items": ["page-toc"],
    "article_footer_items": ["last-updated"],
    "footer_start": ["copyright"],
    "footer_end": [],
    "primary_sidebar_end": [],
    "back_to_top_button": False,
    "show_toc_level": 2,
}
