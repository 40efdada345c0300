"""US states: codes, names, and the old abbreviations that live on in the short names of universities."""

STATES = {
    "AL": "alabama", "AK": "alaska", "AZ": "arizona", "AR": "arkansas", "CA": "california", "CO": "colorado",
    "CT": "connecticut", "DE": "delaware", "DC": "district of columbia", "FL": "florida", "GA": "georgia",
    "HI": "hawaii", "ID": "idaho", "IL": "illinois", "IN": "indiana", "IA": "iowa", "KS": "kansas", "KY": "kentucky",
    "LA": "louisiana", "ME": "maine", "MD": "maryland", "MA": "massachusetts", "MI": "michigan", "MN": "minnesota",
    "MS": "mississippi", "MO": "missouri", "MT": "montana", "NE": "nebraska", "NV": "nevada", "NH": "new hampshire",
    "NJ": "new jersey", "NM": "new mexico", "NY": "new york", "NC": "north carolina", "ND": "north dakota",
    "OH": "ohio", "OK": "oklahoma", "OR": "oregon", "PA": "pennsylvania", "PR": "puerto rico", "RI": "rhode island",
    "SC": "south carolina", "SD": "south dakota", "TN": "tennessee", "TX": "texas", "UT": "utah", "VT": "vermont",
    "VA": "virginia", "WA": "washington", "WV": "west virginia", "WI": "wisconsin", "WY": "wyoming",
    "AS": "american samoa", "FM": "micronesia", "GU": "guam", "MH": "marshall islands",
    "MP": "northern marianas", "PW": "palau", "VI": "virgin islands",
}  # fmt: skip
"""Postal code to name, in lower case."""

OLD_ABBREVIATIONS = {
    "alabama": "bama", "california": "cal", "connecticut": "conn", "massachusetts": "mass", "minnesota": "minn",
    "pennsylvania": "penn", "wisconsin": "wisc", "tennessee": "tenn", "arizona": "ariz",
}  # fmt: skip
"""As in UMass, UConn, Penn State, Cal State."""

NEWSPAPER = {
    "ala": "AL", "ariz": "AZ", "ark": "AR", "calif": "CA", "colo": "CO", "conn": "CT", "del": "DE", "fla": "FL",
    "ill": "IL", "ind": "IN", "kan": "KS", "mass": "MA", "mich": "MI", "minn": "MN", "miss": "MS", "mont": "MT",
    "neb": "NE", "nev": "NV", "okla": "OK", "ore": "OR", "tenn": "TN", "tex": "TX", "wash": "WA", "wis": "WI",
    "wyo": "WY", "w.va": "WV",
}  # fmt: skip
"""Abbreviations as newspapers print them, without their full stop, where they are not the code itself."""

CODES = {name: code for code, name in STATES.items()}


def state_code(text: str | None) -> str | None:
    """The postal code that the text gives by code or by name, or None when it gives no state."""
    if not text:
        return None
    upper = text.strip().upper().rstrip(".")
    return upper if upper in STATES else CODES.get(text.strip().lower())


def stated_code(text: str | None) -> str | None:
    """The postal code of what is printed as a state: also of "N.Y." and of newspapers' "Ill.", which elsewhere are
    words; None when it is none.
    """
    plain = (text or "").strip().lower().rstrip(".")
    return state_code(plain.replace(".", "")) or state_code(plain) or NEWSPAPER.get(plain)
