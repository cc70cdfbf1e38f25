"""One page of each kind, and what is asked of all of them."""

ROLE = "roles/machine-learning-engineer.html"
JOB = "openings/senior-machine-learning-engineer-austin.html"
KINDS = (
    *("index.html", ROLE, JOB, "openings/index.html", "roles/index.html", "levels.html"),
    *("skills.html", "faq.html", "posting-generator.html", "careers/how-we-hire.html"),
    *("careers/application-checklist.html", "guide/index.html", "guide/reference.html"),
    *("guide/checks.html", "hiring-a-z.html", "search.html", "404.html"),
)

TOO_WIDE = """(tolerated) => {
    const boxes = [...document.querySelectorAll("html, .bd-article-container, h1")];
    const wide = boxes.filter((it) => it.scrollWidth > it.clientWidth + tolerated);
    return wide.map((it) => it.tagName);
}"""
"""Names what hides a part of itself, by more pixels than are tolerated."""
