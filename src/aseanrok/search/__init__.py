"""Search: which records people mean by some words, and why. Pure functions over an index: no files, no clock."""
