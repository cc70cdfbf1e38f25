"""What lets a site be found, or keeps it from being: addresses, tags, cards, copies, lists."""
