"""Settings of the handbook's site. Everything about the organisation stands in company.yaml."""

project = "Fennmoor hiring handbook"
author = "Fennmoor Freight"
copyright = "2026, Fennmoor Freight. CC BY 4.0"
version = "2026"  # the edition; e-books must name one
language = "en"

extensions = ["hiring"]
primary_domain = "hiring"
hiring_audience = "employee"

# Where the public site is published, and the one for employees; guide/adopt.md says what for.
html_baseurl = "https://careers.fennmoor.example/"
hiring_addresses = {
    "employee": "https://handbook.fennmoor.example/",
    "hiring-team": "https://hiring.fennmoor.example/",
}

# Where a page is edited in the browser: your own forge, with its project and branch.
html_context = {
    "edit_page_url_template": "https://git.fennmoor.example/handbook/edit/main/handbook/"
    "{{ path }}{{ file_name }}",
    "edit_page_provider_name": "our forge",
}

nitpicky = True
smartquotes = False

html_theme = "hiring"
html_title = project
html_copy_source = False
html_show_sourcelink = False
html_use_index = False
html_theme_options = {
    "search_bar_text": "Search the handbook",
    "use_edit_page_button": True,
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

latex_documents = [("index", "handbook.tex", project, author, "manual")]
epub_show_urls = "footnote"
