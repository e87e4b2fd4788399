"""What operations remember: requests counted for limits, regular jobs, and workers that live."""

from __future__ import annotations

from django.db import models


class RequestCount(models.Model):
    """How often one client has sent one form in one window of time; kept when there is no Redis."""

    key = models.CharField(max_length=64, primary_key=True)
    count = models.PositiveIntegerField(default=0)
    window_ends = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.count} until {self.window_ends:%H:%M}"


class Job(models.Model):
    """One regular job of the clock: when it is due, who has it and how it went."""

    name = models.CharField(max_length=100, unique=True)
    every = models.PositiveIntegerField(help_text="Seconds between two runs.")
    next_run = models.DateTimeField(db_index=True)
    last_run = models.DateTimeField(null=True)
    last_finished = models.DateTimeField(null=True)
    last_error = models.TextField(blank=True)
    locked_until = models.DateTimeField(null=True)
    locked_by = models.CharField(max_length=32, blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Worker(models.Model):
    """A task worker that was alive when it was last seen."""

    worker_id = models.CharField(max_length=64, unique=True)
    last_seen = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ["-last_seen"]

    def __str__(self) -> str:
        return self.worker_id
