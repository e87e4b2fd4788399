"""The handbook written as a Word file; its form is what the Word import reads back."""
