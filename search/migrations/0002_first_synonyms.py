"""The abbreviations of the field, and words that readers use for those of the site. Editors go on from here."""

from django.db import migrations

FIRST = [
    "NOLB, No One Left Behind",
    "LEP, Local Employability Partnership, local partnership",
    "LA, local authority, council",
    "PESF, Parental Employability Support Fund",
    "YPG, Young Person’s Guarantee, Young Persons Guarantee",
    "FSS, Fair Start Scotland",
    "SMF, Shared Measurement Framework",
    "EQIA, Equality Impact Assessment",
    "LDP, Local Delivery Plan",
    "SDS, Skills Development Scotland",
    "SLAED, Scottish Local Authorities’ Economic Development Group",
    "NSET, National Strategy for Economic Transformation",
    "DYW, Developing the Young Workforce",
    "DWP, Department for Work and Pensions",
    "COSLA, Convention of Scottish Local Authorities",
    "ASN, additional support needs",
    "ESOL, English for speakers of other languages",
    "phone, telephone, ring",
    "e-mail, email, mail",
    "newsletter, bulletin, e-bulletin",
    "statistics, figures, data",
    "childcare, nursery, crèche",
    "benefit, universal credit",
    "money, funding, grant",
    "training, course",
    "bus, travel, transport, fare",
]


def write(apps, schema_editor):
    synonyms = apps.get_model("search", "Synonyms").objects
    synonyms.bulk_create([synonyms.model(words=words) for words in FIRST])


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]

    operations = [migrations.RunPython(write, migrations.RunPython.noop)]
