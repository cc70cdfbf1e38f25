"""What a build takes from the machine that it runs on: its day, its files, its processes."""
