"""The demo directory: 32 councils with invented contacts, services and case studies, told region by region."""
