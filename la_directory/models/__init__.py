from la_directory.models.case_study import CaseStudiesPage, CaseStudyPage, CouncilCaseStudiesPage
from la_directory.models.check import Check
from la_directory.models.contact import ContactPage, ContactsPage, ForWhom
from la_directory.models.council import CouncilPage
from la_directory.models.directory import DirectoryPage
from la_directory.models.local_service import LocalServicePage, ServicesPage
from la_directory.models.team import CouncilTeam

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
    "LocalServicePage",
    "ServicesPage",
]
