"""Translating pages and records with wagtail-localize: what is translated, from which words, by whom."""
