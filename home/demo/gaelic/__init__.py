"""The Gaelic of the demo site: a first draft of the pages that a Gaelic reader meets first."""
