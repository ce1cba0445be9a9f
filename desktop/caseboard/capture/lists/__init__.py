"""Lists of things to take in: links, bookmarks, libraries of references, archived links."""
