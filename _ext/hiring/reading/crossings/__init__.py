"""From one page to another: what is named exists, and may be known."""
