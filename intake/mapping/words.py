"""What names of people, collectives and households look like, and other words that lists use."""

from __future__ import annotations

import re
from functools import lru_cache

from intake.mapping.surnames import SURNAMES
from vietnamese.text import clean, search_key

LONGEST_NAME = 300  # characters of a name, post and unit beside it included
PERSON, COLLECTIVE, HOUSEHOLD = "person", "collective", "household"

_BARE_SURNAMES = frozenset(search_key(name) for name in SURNAMES)
_COLLECTIVE = re.compile(
    r"^(tap the|phong|ban|so|chi bo|chi doan|dang bo|dang uy|to|doi|cong ty|ct|tong cong ty|xi nghiep|nha may|truong|khoa|benh vien|"
    r"trung tam|hoi|cong doan|cdcs|doan|huyen doan|thanh doan|tinh doan|ubnd|uy ban|van phong|vp|chi cuc|cuc|chi nhanh|hop tac xa|htx|"
    r"cau lac bo|clb|nhom|khu|khu pho|ap|thon|ban quan ly|bql|lien doan|ldld|mat tran|mttq|hoi dong|vien|trai|tram|thanh tra|toa an|"
    r"vien kiem sat|kho bac|ngan hang|buu dien|giao xu|giao ho|chua|tinh xa|bao hiem|bhxh|quy|to chuc|phan xuong|can bo,? |nhan vien |toan the |tap doan|xa|phuong|"
    r"bv|bvdk|ttyt|ubmttq|tieu hoc|mam non|mau giao|thcs|thpt|th|mn|pgd|px|thi tran|cong an|ban chi huy|bch|bo chi huy|doanh nghiep|dntn|co quan|don vi|lien hiep|hiep hoi|dai|bao|nha (?:van hoa|thieu nhi|may|tre|hat|khach|xuat ban)|lien minh|"
    r"dang vien va|chi hoi|phan hoi|trung doan|dai doi|tieu doan|tieu doi|lop|cum|khoi|hat|doi ngu|thuong truc|ban thuong truc|"
    r"ban chap hanh|uy ban nhan dan|uy ban mat tran|bo phan|thu vien|bao tang|nhan dan va|toa soan|xuong|thon|buon|lang|khom)\b"
)
_HOUSEHOLD_SURE = re.compile(r"^(ho gia dinh|gia dinh|gd|ho (ong|ba|anh|chi|co|chu)|ho dan|ho kinh doanh)\b")
# Organisations whose first word is a family name too.
_COLLECTIVE_SURNAME = re.compile(
    r"^(doan (truong|thanh nien|co so|khoi|xa|phuong|tncs|kiem tra|cong tac|dai bieu|vien|the)|van phong|dong doi|an ninh|"
    r"vien (kiem|khoa|nghien)|kim khi|ong ba|ho gia dinh|phu nu|phuong [a-z]+ (xa|tinh)|son duong|chung cu|viet nam|lao dong|danh sach)\b"
)
# Ranks, degrees and kin words in front of a name. They stay in the name; they only tell that it is a person.
_TITLED = re.compile(
    r"^(em|cháu|cụ|chú|đ/c|bác sĩ|bs\.?(?: ?ck ?(?:ii?|1|2)\.?)?|cki{1,2}|dược sĩ|ds\.|kỹ sư|ks\.|luật sư|ls\.|thạc sĩ|ths\.?|tiến sĩ|ts\.?|pgs\.? ?(?:ts\.?)?|gs\.? ?(?:ts\.?)?|nhà giáo|nghệ nhân|linh mục|mục sư|thượng tọa|đại đức|hòa thượng|ni sư|"
    r"(binh nhất|binh nhì|(hạ|trung|thượng) s[ĩỹ])|(thiếu|trung|thượng|đại) (úy|uý|tá|tướng)(?: qncn)?)\s+",
    re.IGNORECASE,
)
# Posts that begin like organisations.
_HEAD_OF = re.compile(
    r"(phó |chi |phân |liên )*(trưởng|phó|(tổ|đội|ban|phòng|khoa|nhóm|hội|đoàn|xưởng|trạm) (trưởng|phó))\b"
)
_LEADS = re.compile(r"(?<!tăng )(?<!sinh )\btrưởng\b")
# Second words of organisations that begin like "Ban Thị Mai": "Phòng Văn hóa", "Ban Thị trường".
_NOT_GIVEN = frozenset(
    [
        "hóa",
        "hoá",
        "nghệ",
        "thư",
        "phòng",
        "thể",
        "học",
        "bản",
        "bằng",
        "minh",
        "kiện",
        "trường",
        "xã",
        "trấn",
        "chính",
        "giác",
    ]
)
_FIGURES = re.compile(r"\d")
_COLLECTIVE_SIGN = re.compile(
    r"\b(cong ty|tnhh|chi bo|dang bo|trung tam|tap the|ubnd|cong doan|benh vien|xi nghiep|hop tac xa|thpt|thcs|mttq)\b"
)

KIND_WORDS: dict[str, str] = {
    **dict.fromkeys(("ca nhan", "cn", "ca nhan tieu bieu", "nguoi", "can bo", "individual", "person"), PERSON),
    **dict.fromkeys(
        ("tap the", "tt", "don vi", "to chuc", "tap the tieu bieu", "collective", "doanh nghiep"), COLLECTIVE
    ),
    **dict.fromkeys(("ho gia dinh", "hgd", "ho", "gia dinh", "ho dan", "household", "gia dinh tieu bieu"), HOUSEHOLD),
}
MALE, FEMALE = "male", "female"
GENDER_WORDS: dict[str, str] = {
    **dict.fromkeys(("nam", "m", "male", "trai", "ong", "anh"), MALE),
    **dict.fromkeys(("nu", "f", "female", "gai", "ba", "chi"), FEMALE),
}
CLASS_WORDS: dict[str, str] = {
    **dict.fromkeys(
        ("truc tiep", "nguoi lao dong truc tiep", "lao dong truc tiep", "ldtt", "tt", "nhan vien"), "direct_worker"
    ),
    **dict.fromkeys(
        ("quan ly", "lanh dao", "lanh dao, quan ly", "lanh dao quan ly", "can bo quan ly", "ql", "ld"), "manager"
    ),
}
AWARD_CODES: dict[str, str] = {
    "gk": "Giấy khen",
    "bk": "Bằng khen",
    "ldtt": "Lao động tiên tiến",
    "ttldtt": "Tập thể lao động tiên tiến",
    "ttldxs": "Tập thể lao động xuất sắc",
    "cstdcs": "Chiến sĩ thi đua cơ sở",
    "cstd": "Chiến sĩ thi đua",
    "cstdct": "Chiến sĩ thi đua cấp tỉnh",
    "cstdtq": "Chiến sĩ thi đua toàn quốc",
    "knc": "Kỷ niệm chương",
    "ctd": "Cờ thi đua",
    "gcn": "Giấy chứng nhận",
}
_AWARD = re.compile(
    r"^(giay khen|bang khen|giay chung nhan|ky niem chuong|co thi dua|chien si thi dua|lao dong tien tien|"
    r"tap the lao dong|huan chuong|huy chuong|bieu duong|gia dinh van hoa)\b"
)
DITTO = frozenset(
    ('"', "''", "”", "“", "″", "nt", "-nt-", "- nt -", "n.t", "nhu tren", "-//-", "//", '-"-', "như trên")
)
NOBODY = frozenset(("khong", "khong co", "chua co", "khong de nghi"))
NAMELESS = frozenset(("chua co", "chua ro", "khong ro", "trong", "(trong)", "chua xac dinh", "khong co", "de trong"))
NOTHING = frozenset(
    ("-", "--", "---", "–", "—", "0", "x", "khong", "khong co", "n/a", "na", ".", "...", "…", "null", "none")
)
_POST = re.compile(
    r"\b(truong phong|pho truong phong|giam doc|pho giam doc|chuyen vien|can su|ke toan|bi thu|pho bi thu|chu tich|pho chu tich|"
    r"vien chuc|cong chuc|nhan vien|cong nhan|giao vien|hieu truong|pho hieu truong|bac si|dieu duong|truong ban|pho ban|truong khoa|"
    r"to truong|to pho|doi truong|doi pho|ky su|lai xe|van thu|thu quy|dang vien|uy vien|chanh van phong|pho chanh van phong|"
    r"quan doc|bao ve|thu ky|tong giam doc|doan vien|hoi vien|truong bo phan|nhan vien van phong|pho phong|chi huy truong|nguoi dan)\b"
)


@lru_cache(maxsize=16_384)
def tidy(text: str) -> str:
    """A remembered `clean`: one cell is looked at many times."""
    return clean(text)


@lru_cache(maxsize=65_536)
def key(text: str) -> str:
    """A remembered search key: lists repeat their words."""
    return search_key(text)


def kind_of(name: str) -> str | None:
    """What a name looks like: person, collective, household, or None when it cannot be told."""
    if len(name) > LONGEST_NAME:
        return None
    text = key(name)
    if _HOUSEHOLD_SURE.match(text):
        return HOUSEHOLD
    if is_person_name(name) or is_person_name(untitled(name).split(",")[0].strip()):
        return PERSON
    if tidy(name).lower().startswith("hộ "):
        return HOUSEHOLD
    if _COLLECTIVE.match(text) or _COLLECTIVE_SIGN.search(text):
        return COLLECTIVE
    return None


def untitled(name: str) -> str:
    """A name without the ranks, degrees and kin words in front: "PGS.TS. Lê Văn A" -> "Lê Văn A"."""
    bare = tidy(name)
    while (shorter := _TITLED.sub("", bare)) != bare:
        bare = shorter
    return bare


@lru_cache(maxsize=65_536)
def is_person_name(name: str) -> bool:
    """Two to six words, a known family name first, and not an organisation's name."""
    words = tidy(name).lower().split(" ")
    text = key(name)
    if not 2 <= len(words) <= 6 or _FIGURES.search(name) or len(name) > 60 or _COLLECTIVE_SIGN.search(text):
        return False
    if _COLLECTIVE_SURNAME.match(text):
        return False
    if words[0] in SURNAMES or words[0].startswith(("h'", "h’")):
        return True
    if (
        words[1] in ("thị", "văn")
        and len(words) in (3, 4)
        and words[2] not in _NOT_GIVEN
        and tidy(name).split(" ")[2][0].isupper()
    ):
        return True  # a rare family name, told by the middle name
    return text == name.lower() and words[0] in _BARE_SURNAMES and not _COLLECTIVE.match(text)


def names_award(text: str) -> bool:
    """Whether the text is an award's name, or its usual letters: "Bằng khen của Bộ", "LĐTT"."""
    return bool(_AWARD.match(key(text))) or key(text).replace(" ", "").strip(".") in AWARD_CODES


def is_post(text: str) -> bool:
    """Whether the text names a post."""
    return bool(_POST.search(key(text)) or _LEADS.search(tidy(text).lower()))


def is_unit(text: str) -> bool:
    """Whether the text names an organisation."""
    return bool(_COLLECTIVE.match(key(text))) and not _HEAD_OF.match(tidy(text).lower())
