"""Where an analyst types: popups, forms and editors that end in commands."""
