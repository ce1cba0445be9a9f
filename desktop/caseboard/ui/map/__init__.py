"""The map: its painter, the picture one moves about in, and what stands around it."""
