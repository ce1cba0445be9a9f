"""The one way to the web for a page that is being rendered: a proxy of our own on this machine."""
