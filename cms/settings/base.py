"""Production. The other settings modules relax it and say what they relax."""

from cms.settings.addresses import host_names
from cms.settings.environment import read
from cms.settings.parts.applications import *
from cms.settings.parts.bulletin import *
from cms.settings.parts.connections import *
from cms.settings.parts.content import *
from cms.settings.parts.language import *
from cms.settings.parts.logs import *
from cms.settings.parts.page_cache import *
from cms.settings.parts.paths import *
from cms.settings.parts.security import *

DEBUG = False
SITE_URL = read("SITE_URL")
ADMIN_URL = read("ADMIN_URL")
SECRET_KEY = read("SECRET_KEY")
SECRET_KEY_FALLBACKS = read("SECRET_KEY_FALLBACKS")
HASH_KEY = read("HASH_KEY")
# The public host stays the first: a draft without an address of its own is previewed on that.
ALLOWED_HOSTS = [*read("ALLOWED_HOSTS"), *host_names(ADMIN_URL)]
