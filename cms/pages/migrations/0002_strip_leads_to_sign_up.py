"""The strip leads to the site's own sign-up, so its link goes and its words stand on a button."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("pages", "0001_initial")]

    operations = [
        migrations.RemoveField(model_name="sitesettings", name="signup_link"),
        migrations.RenameField(
            model_name="sitesettings", old_name="signup_link_words", new_name="signup_button"
        ),
        migrations.AlterField(
            model_name="sitesettings",
            name="signup_button",
            field=models.CharField(default="Sign up", max_length=60, verbose_name="words on the button"),
        ),
        migrations.AlterField(
            model_name="sitesettings",
            name="signup_heading",
            field=models.CharField(
                blank=True,
                default="Monthly e-bulletin",
                help_text="Empty: no strip is shown.",
                max_length=80,
                verbose_name="heading",
            ),
        ),
        migrations.AlterField(
            model_name="sitesettings",
            name="signup_text",
            field=models.CharField(
                blank=True,
                default="Employability news and updates from across Scotland, once a month by e-mail.",
                max_length=250,
                verbose_name="text",
            ),
        ),
    ]
