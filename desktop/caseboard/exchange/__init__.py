"""Open formats that others read and write."""
