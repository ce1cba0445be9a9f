"""Writing a briefing: its sections and texts on the left, its pages on the right."""
