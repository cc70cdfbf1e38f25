"""One page by itself: what it states, defines and shows, and what was kept of it."""
