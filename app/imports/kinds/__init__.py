"""The kinds of files, one module each: which headings they have, what a row means, and what makes it the same row."""
