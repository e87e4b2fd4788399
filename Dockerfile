# One image for the web servers, the workers and the clock. It is run by a user who owns nothing in it, with a
# root file system that nobody may write to: data lie in DATA_DIR, and what is for a moment in /tmp.

# Styles and scripts
FROM node:22-bookworm-slim AS styles
WORKDIR /site
COPY .npmrc package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY scripts/build-design-system.mjs scripts/
COPY cms/design_system/source cms/design_system/source
RUN npm run --silent build

# Python packages, each with the hash it has always had
FROM python:3.11-slim-bookworm AS packages
RUN python -m venv /packages
COPY requirements/site.txt .
RUN /packages/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes -r site.txt

# What runs
FROM python:3.11-slim-bookworm AS site
# The first four set the pages of PDF files (scripts/pdf_libraries.sh), the last one makes backups.
RUN apt-get update -qq \
    && apt-get install -qq --no-install-recommends \
        libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fontconfig fonts-dejavu-core postgresql-client \
    && rm -rf /var/lib/apt/lists/* \
    && fc-cache --system-only \
    && useradd --uid 10001 --user-group --no-create-home --shell /usr/sbin/nologin employability
COPY --from=packages /packages /packages
WORKDIR /srv/employability/current
COPY . .
COPY --from=styles /site/build build
ENV PATH=/packages/bin:$PATH \
    HOME=/tmp \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=cms.settings.base \
    DATA_DIR=/srv/employability/data
# The keys live for one command and are kept nowhere. deploy/migrate.sh puts the files where all can reach them.
RUN python -c "import polib; polib.pofile('locale/gd/LC_MESSAGES/django.po').save_as_mofile('locale/gd/LC_MESSAGES/django.mo')" \
    && python -m compileall -q . \
    && random() { python -c 'import secrets; print(secrets.token_urlsafe(64))'; } \
    && SECRET_KEY="$(random)" HASH_KEY="$(random)" SITE_URL=https://image.example ALLOWED_HOSTS=image.example \
        DATA_DIR=/srv/employability/collected python manage.py collectstatic --noinput --verbosity 0 \
    && install -d -o employability -g employability /srv/employability/data \
        /srv/employability/data/static /srv/employability/data/media /srv/employability/data/backups
USER 10001:10001
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]
CMD ["python", "manage.py", "serve", "--only-web", "--host", "0.0.0.0"]
