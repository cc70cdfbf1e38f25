"""The whole handbook as files, made from the value alone."""
