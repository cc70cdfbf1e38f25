"""What a build knows: objects, references, what each page shows, and the navigation."""
