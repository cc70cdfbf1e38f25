"""Einstellungen des Handbuchs eines Maschinenbauers."""

project = "Personalhandbuch Kessler"
html_title = project
author = "Kessler Maschinenbau"
copyright = "2026, Kessler Maschinenbau"
language = "de"
extensions = ["hiring"]
primary_domain = "hiring"
html_theme = "hiring"
html_copy_source = False
html_show_sourcelink = False
smartquotes = False
nitpicky = True
html_baseurl = "https://karriere.kessler.example/"
hiring_skills_page = "faehigkeiten"
hiring_generator_page = "anzeigen"
hiring_checklist_page = "bewerbung"
html_context = {
    "edit_page_url_template": "https://git.kessler.example/{{ path }}{{ file_name }}",
    "edit_page_provider_name": "GitLab",
}
html_theme_options = {
    "use_edit_page_button": True,
    "navbar_end": ["theme-switcher"],
    "secondary_sidebar_items": ["page-toc", "edit-this-page"],
    "article_footer_items": ["last-updated"],
    "footer_start": ["copyright"],
    "footer_end": [],
}
