"""The right side of the reader: what is tagged in a clip, where it comes from, notes on it."""
