"""Réglages du manuel d’un hôpital."""

project = "Manuel de recrutement"
html_title = project
author = "Hôpital des Berges"
copyright = "2026, Hôpital des Berges"
language = "fr"
extensions = ["hiring"]
primary_domain = "hiring"
html_theme = "hiring"
html_copy_source = False
html_show_sourcelink = False
smartquotes = False
nitpicky = True
html_baseurl = "https://emplois.berges.example/"
hiring_skills_page = "competences"
hiring_generator_page = "annonces"
hiring_checklist_page = "candidature"
html_context = {
    "edit_page_url_template": "https://git.berges.example/{{ path }}{{ file_name }}",
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
