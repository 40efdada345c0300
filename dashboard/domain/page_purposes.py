"""What each page is for, in one line: said in the head of the page itself, and of all pages in the glossary."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class PageWords:
    """A page as it is told to a newcomer."""

    address: str
    title: str
    purpose: str


PAGES: Final = (
    PageWords(
        "overview",
        "Overview",
        "Where your school stands, at a glance, and how much of all wins is known here. A year leads down"
        " to its sources.",
    ),
    PageWords(
        "school",
        "School",
        "All that is known of one school, year by year, down to the page and the sentence that says so.",
    ),
    PageWords(
        "streaks",
        "Streaks",
        "Every school as a strip of years, to be filtered and sorted. A school's name leads to all about it.",
    ),
    PageWords(
        "peers",
        "Peers",
        "One school among others that are like it: who won when, who won more, and how sure that is.",
    ),
    PageWords(
        "initiatives",
        "Initiatives",
        "A programme stands here because a source names it in connection with an award, or an application"
        " of the office uses it. That it led to a win is not said.",
    ),
    PageWords(
        "applications",
        "Applications",
        "The office's own log and plan: what was applied for, how it ended, what is due next. An entry "
        "counts as a statement of the office, and the records follow from it.",
    ),
    PageWords(
        "report",
        "Report",
        "The annual report as it will be printed: choose what it holds, read it here, take it along as a file.",
    ),
    PageWords(
        "fact-check",
        "Fact check",
        "Each statement of a draft about wins, streaks, counts and firsts gets a verdict, with the records behind it.",
    ),
    PageWords(
        "announcement",
        "Add an announcement",
        "A press release, a saved page or an e-mail: what it says of awards is found in it, shown to you,"
        " and loaded only after your yes. People's names are not taken.",
    ),
    PageWords(
        "records",
        "Records",
        "A record follows from all that sources say of one year; nobody types it in. The year leads down to them.",
    ),
    PageWords(
        "sources",
        "Sources",
        "Every number on these pages rests on one of these documents, and can be opened down to it.",
    ),
    PageWords(
        "review",
        "Review",
        "Names that no rule ties to one school for certain. An answer holds for all rows that wait and "
        "for loads to come.",
    ),
    PageWords(
        "load",
        "Load files",
        "Every row is compared with what is known; nothing is changed before your click. A file that was "
        "loaded before is taken as its next version.",
    ),
    PageWords(
        "links",
        "Data links",
        "Addresses by which a spreadsheet or a notebook reads the tables of these pages, always as they are now.",
    ),
    PageWords(
        "audit",
        "Audit log",
        "Every change of the data, every sign-in, every data link and every refusal. The program only "
        "adds to this log; the database refuses to change or delete a line of it.",
    ),
    PageWords(
        "glossary",
        "Glossary",
        "The same words stand on the pages, in files and in the terminal, and mean the same everywhere.",
    ),
    PageWords(
        "rules",
        "How it counts",
        "These are the definitions that the program applies, on every page, in files and in the terminal.",
    ),
    PageWords(
        "accessibility",
        "Accessibility",
        "What was tested, what is known to be open, and whom to tell of a barrier.",
    ),
)
"""In the order of the bar; a test holds them against it."""

PURPOSES: Final = {page.address: page.purpose for page in PAGES}
"""By the page's address."""
