"""From YAML to facts: front matter, company.yaml and skills.yaml."""
