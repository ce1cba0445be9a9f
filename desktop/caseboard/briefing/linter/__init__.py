"""What a careful reader would hold against a briefing, found before it is sent."""
