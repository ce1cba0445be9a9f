"""What a case file is made of: SQLModel classes and the rules that hold for them.

No relationships, no sessions, no I/O: an object handed out is detached and inert.
"""
