"""What interviewers print and fill in: composed once, and shown as pages and as Word documents."""
