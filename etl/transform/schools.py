"""From printed names to schools: the door of `etl.transform.naming`.

```
resolver = Resolver(institutions, schools, aliases, award_levels)
resolver.resolve(PrintedName("UMKC SOM", state="MO", source_url="https://med.umkc.edu/news"))
```
"""

from etl.transform.naming.candidates import created_school_id
from etl.transform.naming.resolver import Resolver
from etl.transform.naming.telling import Asked, Gist
from etl.transform.naming.values import NOT_A_SCHOOL, Alias, Candidate, Decision, Institution, PrintedName, School

__all__ = [
    "NOT_A_SCHOOL",
    "Alias",
    "Asked",
    "Candidate",
    "Decision",
    "Gist",
    "Institution",
    "PrintedName",
    "Resolver",
    "School",
    "created_school_id",
]
