"""The directory as a table that people keep in a spreadsheet: written, read, and compared with the site."""
