"""What stands between a finished build and the published folder: verify, scan, put in place."""
