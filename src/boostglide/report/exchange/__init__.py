"""A flight as files that other programs read, one format a file."""
