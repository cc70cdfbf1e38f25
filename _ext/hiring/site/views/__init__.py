"""Values of the handbook as standard docutils nodes. Views know no directive."""
