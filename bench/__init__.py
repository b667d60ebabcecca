"""Measures Palermo beside spaCy and beside an empty Python, on this machine and in one run: `make bench`."""
