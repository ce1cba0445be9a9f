"""Files made to break whoever opens them: the same for the same seed, none taken from anywhere."""
