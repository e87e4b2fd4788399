from django import forms
from django.utils.translation import gettext_lazy as _

from la_directory.finder.find import LONGEST


class FinderForm(forms.Form):
    """Where a reader lives, in whatever words."""

    q = forms.CharField(
        required=False,
        max_length=LONGEST,
        widget=forms.TextInput(attrs={"id": "find-council"}),
        error_messages={
            "max_length": _("Enter a postcode, a town or the name of a council in 100 characters or fewer."),
        },
    )
