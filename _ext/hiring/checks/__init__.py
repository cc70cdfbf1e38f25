"""Whether what the handbook says is right: rules, a function each, and what is waived."""
