"""The preview: the handbook in a browser of this machine, up to date as it is written."""
