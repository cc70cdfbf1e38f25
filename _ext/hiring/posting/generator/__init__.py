"""What the posting generator needs in the browser, as files that a page loads."""
