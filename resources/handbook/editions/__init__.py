"""The handbook as it was on a day, kept byte for byte."""
