from la_directory.models.case_study import CaseStudiesPage, CaseStudyPage, CouncilCaseStudiesPage
from la_directory.models.check import Check
from la_directory.models.contact import ContactPage, ContactsPage, ForWhom
from la_directory.models.council import CouncilPage
from la_directory.models.digest import ToldChange
from la_directory.models.directory import DirectoryPage
from la_directory.models.invitation import Invitation
from la_directory.models.local_service import LocalServicePage, ServicesPage
from la_directory.models.place_on_council_page import PlaceOnCouncilPage
from la_directory.models.postcode import Postcode, PostcodeSet, PostcodeShare
from la_directory.models.record_report import RecordReport, Wrong
from la_directory.models.reminder import ReminderMail, ReminderRound
from la_directory.models.team import CouncilTeam
from la_directory.models.uploaded_councils import UploadedCouncils

__all__ = [
    "CaseStudiesPage",
    "CaseStudyPage",
    "Check",
    "ContactPage",
    "ContactsPage",
    "CouncilCaseStudiesPage",
    "CouncilPage",
    "CouncilTeam",
    "DirectoryPage",
    "ForWhom",
    "Invitation",
    "LocalServicePage",
    "PlaceOnCouncilPage",
    "Postcode",
    "PostcodeSet",
    "PostcodeShare",
    "RecordReport",
    "ReminderMail",
    "ReminderRound",
    "ServicesPage",
    "ToldChange",
    "UploadedCouncils",
    "Wrong",
]
