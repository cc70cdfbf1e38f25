"""What is found in text: sentences, words, money, years, degrees and tools, with their lines."""
