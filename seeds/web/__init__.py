"""Pages on the web become bytes, or a sentence on what the server said."""
