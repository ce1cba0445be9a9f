"""What follows from the evidence: origins, standing of claims, timeline. Pure functions."""
