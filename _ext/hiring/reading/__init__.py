"""From the text of files to the model, with file and line of everything that is wrong."""
