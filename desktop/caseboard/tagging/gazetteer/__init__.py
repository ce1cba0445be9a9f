"""The names of places: a table that ships with the program, and those a user adds."""
