"""Lists that units send: read, looked at row by row, mended in place, imported, undone, sent back and read again."""
