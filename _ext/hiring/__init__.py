"""The hiring handbook as code: job roles in Markdown, and everything that is made of them."""
