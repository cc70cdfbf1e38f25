"""Files of job descriptions, each format read into the same lines."""
