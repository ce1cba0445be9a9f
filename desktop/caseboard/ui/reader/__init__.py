"""Reading one clip: its text, its original page, its pictures, and what is marked in them."""
