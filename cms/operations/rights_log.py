"""What is written down when a person changes what people may do: groups, rights, administrators, accounts.

Wagtail writes that somebody was edited; this says what about. What code does by itself, such as making the
groups after a migration, is no person's act and is not written.
"""

from __future__ import annotations

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser, Group
from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_save
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogActionRegistry, LogFormatter, get_active_log_context, log
from wagtail.models import GroupCollectionPermission, GroupPagePermission, ModelLogEntry

GIVEN, TAKEN = "operations.rights_given", "operations.rights_taken"
STANDING = ("is_superuser", "is_active")


def register(actions: LogActionRegistry) -> None:
    actions.register_action(GIVEN)(_formatter(_("Give rights"), _("Gave: %(what)s")))
    actions.register_action(TAKEN)(_formatter(_("Take rights away"), _("Took away: %(what)s")))


def _formatter(name: Any, words: Any) -> type[LogFormatter]:
    class Formatter(LogFormatter):
        label = name

        def format_message(self, log_entry: ModelLogEntry) -> str:
            return str(words) % {"what": ", ".join(log_entry.data.get("what", []))}

    return Formatter


def connect() -> None:
    user = get_user_model()
    for relation in (user.groups, user.user_permissions, Group.permissions):
        m2m_changed.connect(_related, sender=relation.through, dispatch_uid=f"rights {relation.through}")
    for grant in (GroupPagePermission, GroupCollectionPermission):
        post_save.connect(_granted, sender=grant, dispatch_uid=f"given {grant}")
        post_delete.connect(_withdrawn, sender=grant, dispatch_uid=f"taken {grant}")
    pre_save.connect(_remember_standing, sender=user, dispatch_uid="standing before")
    post_save.connect(_standing_changed, sender=user, dispatch_uid="standing after")


def _note(instance: Model, action: str, what: list[str]) -> None:
    if what and get_active_log_context().user:
        log(instance, action, data={"what": what})


def _related(
    action: str, instance: Model, reverse: bool, model: type[Model], pk_set: set[int] | None, **signal: Any
) -> None:
    """Clearing everything is seen before it happens: afterwards nobody knows what there was."""
    if action == "pre_clear" and not reverse:
        through = signal["sender"]
        mine = through.objects.filter(**{f"{instance._meta.model_name}_id": instance.pk})
        pk_set = set(mine.values_list(f"{model._meta.model_name}_id", flat=True))
    elif action not in ("post_add", "post_remove"):
        return
    for one, others in _both_ways(instance, reverse, model, pk_set or set()):
        _note(one, GIVEN if action == "post_add" else TAKEN, others)


def _both_ways(
    instance: Model, reverse: bool, model: type[Model], keys: set[int]
) -> list[tuple[Model, list[str]]]:
    """Each person or group with the names of what changed, from whichever end it was done."""
    others = list(model._default_manager.filter(pk__in=keys).order_by("pk"))
    if reverse:
        return [(other, [str(instance)]) for other in others]
    return [(instance, [str(other) for other in others])]


def _words(grant: GroupPagePermission | GroupCollectionPermission) -> str:
    place = grant.page if isinstance(grant, GroupPagePermission) else grant.collection
    return f"{grant.permission.codename}: {place}"


def _granted(instance: Any, created: bool, raw: bool = False, **signal: Any) -> None:
    if created and not raw:
        _note(instance.group, GIVEN, [_words(instance)])


def _withdrawn(instance: Any, origin: Any = None, **signal: Any) -> None:
    if origin is instance or not isinstance(origin, Model):  # and not because its group or page went
        _note(instance.group, TAKEN, [_words(instance)])


def _remember_standing(instance: AbstractUser, **signal: Any) -> None:
    if get_active_log_context().user:
        before = type(instance)._default_manager.filter(pk=instance.pk).values(*STANDING).first()
        instance._standing_before = before or {"is_superuser": False, "is_active": True}


def _standing_changed(instance: AbstractUser, **signal: Any) -> None:
    before = instance.__dict__.pop("_standing_before", None)
    if before is None:
        return
    words = {"is_superuser": "administrator", "is_active": "open account"}
    changed = [name for name in STANDING if before[name] != getattr(instance, name)]
    _note(instance, GIVEN, [words[name] for name in changed if not before[name]])
    _note(instance, TAKEN, [words[name] for name in changed if before[name]])
