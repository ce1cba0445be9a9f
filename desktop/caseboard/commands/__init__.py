"""What a user can do to a case: the only way to write."""
