"""What readers can search: records of the handbook, and an index of them for the browser."""
