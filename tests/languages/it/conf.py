"""Impostazioni del manuale di un'azienda che ha le sue parole in words-it.yaml."""

project = "Manuale delle assunzioni"
html_title = project
author = "Officine Brenta"
copyright = "2026, Officine Brenta"
language = "it"
extensions = ["hiring"]
primary_domain = "hiring"
html_theme = "hiring"
html_copy_source = False
html_show_sourcelink = False
smartquotes = False
nitpicky = True
html_baseurl = "https://lavoro.brenta.example/"
hiring_skills_page = "competenze"
hiring_generator_page = "annunci"
hiring_checklist_page = "candidatura"
html_theme_options = {
    "navbar_end": ["theme-switcher"],
    "secondary_sidebar_items": ["page-toc"],
    "article_footer_items": ["last-updated"],
    "footer_start": ["copyright"],
    "footer_end": [],
}
