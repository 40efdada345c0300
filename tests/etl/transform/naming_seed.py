"""A small directory for tests of names: real institutions, with what tells them apart."""

from etl.transform.schools import Alias, Institution, Resolver, School

R1, R2, MASTERS, BACCALAUREATE, ASSOCIATE, MEDICAL, HEALTH, RESEARCH, LAW = 15, 16, 18, 21, 8, 25, 26, 27, 31


def one(
    unitid: str, name: str, city: str, state: str, domain: str, carnegie: int | None, **more: object
) -> Institution:
    """An institution; `professions` and `aliases` as tuples, `control` as in the directory."""
    values = {"unitid": unitid, "name": name, "city": city, "state": state, "web_domain": domain, "control": "Public"}
    return Institution(**{**values, "carnegie_basic_code": carnegie, **more})  # type: ignore[arg-type]


MD, DO, NURSING, DENTAL, PHARMACY, VET, PH = (
    "medicine_md", "medicine_do", "nursing", "dentistry", "pharmacy", "veterinary", "public_health",
)  # fmt: skip

INSTITUTIONS = (
    one("178402", "University of Missouri-Kansas City", "Kansas City", "MO", "umkc.edu", R2,
        professions=(DENTAL, MD, NURSING, PHARMACY), system_name="University of Missouri System"),
    one("178396", "University of Missouri-Columbia", "Columbia", "MO", "missouri.edu", R1,
        professions=(MD, NURSING, VET), system_name="University of Missouri System"),
    one("179812", "Kansas City University", "Kansas City", "MO", "kansascity.edu", MEDICAL, professions=(DO,),
        former_names=("Kansas City University of Medicine and Biosciences (to 2020)",), control="Private not-for-profit"),
    one("204796", "Ohio State University-Main Campus", "Columbus", "OH", "osu.edu", R1,
        professions=(DENTAL, MD, NURSING, PHARMACY, PH, VET, "optometry")),
    one("204671", "Ohio State University-Lima Campus", "Lima", "OH", "lima.osu.edu", 22),
    one("207388", "Oklahoma State University-Main Campus", "Stillwater", "OK", "okstate.edu", R1, professions=(NURSING, VET)),
    one("207315", "Oklahoma State University Center for Health Sciences", "Tulsa", "OK", "medicine.okstate.edu", MEDICAL,
        professions=(DO,)),
    one("209542", "Oregon State University", "Corvallis", "OR", "oregonstate.edu", R1, professions=(PHARMACY, VET)),
    one("201885", "University of Cincinnati-Main Campus", "Cincinnati", "OH", "uc.edu", R1,
        professions=(MD, NURSING, PHARMACY, "physical_therapy")),
    one("110662", "University of California-Los Angeles", "Los Angeles", "CA", "ucla.edu", R1, aliases=("UCLA",),
        professions=(DENTAL, MD, NURSING, PH), system_name="University of California"),
    one("110644", "University of California-Davis", "Davis", "CA", "ucdavis.edu", R1, aliases=("UC Davis",),
        professions=(MD, NURSING, VET), system_name="University of California"),
    one("110565", "California State University-Fullerton", "Fullerton", "CA", "fullerton.edu", R2, professions=(NURSING,),
        system_name="California State University"),
    one("163286", "University of Maryland-College Park", "College Park", "MD", "umd.edu", R1, professions=(PH,),
        system_name="University System of Maryland"),
    one("163259", "University of Maryland, Baltimore", "Baltimore", "MD", "umaryland.edu", RESEARCH,
        professions=(DENTAL, MD, NURSING, PHARMACY), system_name="University System of Maryland"),
    one("163268", "University of Maryland-Baltimore County", "Baltimore", "MD", "umbc.edu", R1,
        system_name="University System of Maryland"),
    one("170976", "University of Michigan-Ann Arbor", "Ann Arbor", "MI", "umich.edu", R1,
        professions=(DENTAL, MD, NURSING, PHARMACY, PH)),
    one("171137", "University of Michigan-Dearborn", "Dearborn", "MI", "umdearborn.edu", MASTERS),
    one("164465", "Amherst College", "Amherst", "MA", "amherst.edu", BACCALAUREATE, control="Private not-for-profit"),
    one("166629", "University of Massachusetts-Amherst", "Amherst", "MA", "umass.edu", R1, professions=(NURSING, PH)),
    one("166638", "University of Massachusetts-Boston", "Boston", "MA", "umb.edu", R2, professions=(NURSING,)),
    one("234933", "Clark College", "Vancouver", "WA", "clark.edu", ASSOCIATE),
    one("165334", "Clark University", "Worcester", "MA", "clarku.edu", R2, control="Private not-for-profit"),
    one("153126", "Clarke University", "Dubuque", "IA", "clarke.edu", MASTERS, control="Private not-for-profit"),
    one("153144", "Wheaton College", "Wheaton", "IL", "wheaton.edu", BACCALAUREATE, control="Private not-for-profit"),
    one("168281", "Wheaton College (Massachusetts)", "Norton", "MA", "wheatoncollege.edu", BACCALAUREATE,
        control="Private not-for-profit"),
    one("139658", "Emory University", "Atlanta", "GA", "emory.edu", R1, professions=(MD, NURSING, PH),
        control="Private not-for-profit"),
    one("136950", "Rollins College", "Winter Park", "FL", "rollins.edu", MASTERS, control="Private not-for-profit"),
    one("127060", "University of Denver", "Denver", "CO", "du.edu", R1, control="Private not-for-profit"),
    one("215123", "Philadelphia College of Osteopathic Medicine", "Philadelphia", "PA", "pcom.edu", MEDICAL,
        professions=(DO, PHARMACY), control="Private not-for-profit"),
    one("228635", "University of Texas Southwestern Medical Center", "Dallas", "TX", "utsouthwestern.edu", RESEARCH,
        aliases=("UT Southwestern", "UT Southwestern Medical School"), professions=(MD,)),
    one("195827", "SUNY-System Office", "Albany", "NY", "suny.edu", None),
    one("196149", "State University of New York at Cortland", "Cortland", "NY", "cortland.edu", MASTERS,
        system_name="State University of New York System"),
    one("190594", "CUNY Hunter College", "New York", "NY", "hunter.cuny.edu", MASTERS, professions=(NURSING,),
        system_name="City University of New York"),
    one("498571", "Pennsylvania Western University", "California", "PA", "pennwest.edu", MASTERS),
    one("212160", "Edinboro University of Pennsylvania", "Edinboro", "PA", "edinboro.edu", MASTERS, active=False,
        merged_into_unitid="498571"),
    one("104717", "Grand Canyon University", "Phoenix", "AZ", "gcu.edu", MASTERS, control="Private for-profit"),
    one("104179", "University of Arizona", "Tucson", "AZ", "arizona.edu", R1, professions=(MD, NURSING, PHARMACY)),
)  # fmt: skip

SCHOOLS = (
    School("umkc-som", "UMKC School of Medicine", "UMKC SOM", "medicine", "178402", "MO"),
    School("umkc-dentistry", "UMKC School of Dentistry", "UMKC Dentistry", "dentistry", "178402", "MO"),
    School("arizona-phoenix-medicine", "University of Arizona College of Medicine - Phoenix", "UA COM-Phoenix", "medicine",
           "104179", "AZ"),
    School("edinboro", "Edinboro University of Pennsylvania", "Edinboro", "institution", "498571", "PA"),
)  # fmt: skip

LEVELS = {"HP-HEED": "health", "LEAD": "library", "HEED": "institution"}


def resolver(*aliases: Alias, schools: tuple[School, ...] = SCHOOLS) -> Resolver:
    """A resolver over the small directory."""
    return Resolver(INSTITUTIONS, schools, aliases, LEVELS)
