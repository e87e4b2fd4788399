"""The demo site: texts as data, drawings and files made in code, and what puts them into an empty site."""
