"""How fast the program is, against something that sets the pace; run by `dev.py bench`."""
