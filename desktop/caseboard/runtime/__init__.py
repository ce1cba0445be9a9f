"""How the program runs: jobs, events, settings, logging. Knows no case and no Qt."""
