"""What readers say about a page: the form on every page, what is kept, and the editors' report."""
