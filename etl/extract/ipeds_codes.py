"""The codes of an IPEDS directory file and the words of its codebook."""

YES_NO = {"1": "yes", "2": "no"}

CONTROL = {"1": "Public", "2": "Private not-for-profit", "3": "Private for-profit"}

LEVEL = {
    "1": "Four or more years",
    "2": "At least 2 but less than 4 years",
    "3": "Less than 2 years (below associate)",
}

REGION = {
    "0": "US Service schools",
    "1": "New England CT ME MA NH RI VT",
    "2": "Mid East DE DC MD NJ NY PA",
    "3": "Great Lakes IL IN MI OH WI",
    "4": "Plains IA KS MN MO NE ND SD",
    "5": "Southeast AL AR FL GA KY LA MS NC SC TN VA WV",
    "6": "Southwest AZ NM OK TX",
    "7": "Rocky Mountains CO ID MT UT WY",
    "8": "Far West AK CA HI NV OR WA",
    "9": "Outlying areas AS FM GU MH MP PR PW VI",
}

LOCALE = {
    "11": "City: Large", "12": "City: Midsize", "13": "City: Small",
    "21": "Suburb: Large", "22": "Suburb: Midsize", "23": "Suburb: Small",
    "31": "Town: Fringe", "32": "Town: Distant", "33": "Town: Remote",
    "41": "Rural: Fringe", "42": "Rural: Distant", "43": "Rural: Remote",
}  # fmt: skip

SIZE = {"1": "Under 1,000", "2": "1,000 - 4,999", "3": "5,000 - 9,999", "4": "10,000 - 19,999", "5": "20,000 and above"}

CARNEGIE = {
    "1": "Associate's Colleges: High Transfer-High Traditional",
    "2": "Associate's Colleges: High Transfer-Mixed Traditional/Nontraditional",
    "3": "Associate's Colleges: High Transfer-High Nontraditional",
    "4": "Associate's Colleges: Mixed Transfer/Career & Technical-High Traditional",
    "5": "Associate's Colleges: Mixed Transfer/Career & Technical-Mixed Traditional/Nontraditional",
    "6": "Associate's Colleges: Mixed Transfer/Career & Technical-High Nontraditional",
    "7": "Associate's Colleges: High Career & Technical-High Traditional",
    "8": "Associate's Colleges: High Career & Technical-Mixed Traditional/Nontraditional",
    "9": "Associate's Colleges: High Career & Technical-High Nontraditional",
    "10": "Special Focus Two-Year: Health Professions",
    "11": "Special Focus Two-Year: Technical Professions",
    "12": "Special Focus Two-Year: Arts & Design",
    "13": "Special Focus Two-Year: Other Fields",
    "14": "Baccalaureate/Associate's Colleges: Associate's Dominant",
    "15": "Doctoral Universities: Highest Research Activity",
    "16": "Doctoral Universities: Higher Research Activity",
    "17": "Doctoral/Professional Universities",
    "18": "Master's Colleges & Universities: Larger Programs",
    "19": "Master's Colleges & Universities: Medium Programs",
    "20": "Master's Colleges & Universities: Small Programs",
    "21": "Baccalaureate Colleges: Arts & Sciences Focus",
    "22": "Baccalaureate Colleges: Diverse Fields",
    "23": "Baccalaureate/Associate's Colleges: Mixed Baccalaureate/Associate's",
    "24": "Special Focus Four-Year: Faith-Related Institutions",
    "25": "Special Focus Four-Year: Medical Schools & Centers",
    "26": "Special Focus Four-Year: Other Health Professions Schools",
    "27": "Special Focus Four-Year: Research Institutions",
    "28": "Special Focus Four-Year: Engineering and Other Technology-Related Schools",
    "29": "Special Focus Four-Year: Business & Management Schools",
    "30": "Special Focus Four-Year: Arts, Music & Design Schools",
    "31": "Special Focus Four-Year: Law Schools",
    "32": "Special Focus Four-Year: Other Special Focus Institutions",
    "33": "Tribal Colleges",
}
"""Basic classification. The classes of 2018 and of 2021 have the same numbers and the same meaning."""
