"""The process that draws a web page as a reader sees it, by Qt WebEngine.

Nobody imports it: `caseboard.capture.rendering` starts it, asks by one line of JSON on its
standard input, and is answered by lines of JSON on its standard output. It knows nothing of
cases, and reaches the web through its parent alone.
"""
