"""The local services as a feed in version 3 of the Open Referral UK profile.

Directories that people already use read such feeds. The assured date of a service is the day of its last
check.
"""
