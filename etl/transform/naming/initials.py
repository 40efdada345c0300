"""Units printed by initials: "UMKC SOM", "CAHS", and drawn together with their institution, "UFCD", "JHSON"."""

from collections.abc import Iterator

_KINDS = {
    "som": ("medicine",), "com": ("medicine", "osteopathic medicine"),
    "son": ("nursing",), "con": ("nursing",),
    "sod": ("dentistry",), "cod": ("dentistry",), "sdm": ("dentistry",), "cdm": ("dentistry",), "codm": ("dentistry",),
    "sop": ("pharmacy",), "cop": ("pharmacy",),
    "sph": ("public health",), "soph": ("public health",), "cph": ("public health",), "coph": ("public health",),
    "cvm": ("veterinary medicine",), "svm": ("veterinary medicine",), "cvmbs": ("veterinary medicine",),
    "cahs": ("allied health",), "sahs": ("allied health",), "cahp": ("allied health",), "sahp": ("allied health",),
    "shp": ("allied health",), "chp": ("allied health",), "sohp": ("allied health",), "cohp": ("allied health",),
    "hsc": ("health sciences center",),
}  # fmt: skip
_ONLY_JOINED = {"sn": ("nursing",), "cn": ("nursing",), "cd": ("dentistry",), "sd": ("dentistry",), "cp": ("pharmacy",)}
"""Without the "o" of "of"; alone these two letters would mean too much."""

_JOINABLE = sorted({**_KINDS, **_ONLY_JOINED}.items(), key=lambda entry: -len(entry[0]))


def kinds_of_initials(word: str) -> tuple[str, ...]:
    """The kinds of unit that initials may mean, most usual first; empty when they mean none."""
    return _KINDS.get(word, ())


def parted(word: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The ways to part drawn-together initials into those of an institution and the kinds of a unit."""
    for ending, kinds in _JOINABLE:
        if word.endswith(ending) and 1 <= len(word) - len(ending) <= 6:
            yield word[: -len(ending)], kinds


def initials(parts: list[str]) -> str:
    """The first letters of the words, as they are drawn together in a short name."""
    return "".join(part[0] for part in parts)


_HOST_LABELS = {
    "nursing": "nursing", "son": "nursing", "nur": "nursing", "con": "nursing",
    "dental": "dentistry", "dentistry": "dentistry", "dent": "dentistry", "sdm": "dentistry", "hsdm": "dentistry",
    "med": "medicine", "medicine": "medicine", "som": "medicine", "medschool": "medicine", "meded": "medicine",
    "pharmacy": "pharmacy", "pharm": "pharmacy", "cop": "pharmacy",
    "vetmed": "veterinary medicine", "vet": "veterinary medicine", "cvm": "veterinary medicine",
    "law": "law", "lib": "library", "library": "library", "libraries": "library", "ulib": "library",
    "sph": "public health", "publichealth": "public health", "cph": "public health", "soph": "public health",
    "optometry": "optometry", "ahs": "allied health", "cahs": "allied health", "chp": "allied health",
}  # fmt: skip


def kind_of_host_label(label: str) -> str | None:
    """The kind of unit that a label of a host name gives, as in "nursing.jhu.edu"."""
    return _HOST_LABELS.get(label)
