"""Breaks a text into balanced lines where a Vietnamese reader would: never inside a name, a date, «Công ty»."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise

NEVER = 1e6
"""Cost of a break that is taken only when nothing else fits."""
COMPOUNDS = frozenset("""
công ty|chi bộ|đảng bộ|đảng ủy|đảng viên|công đoàn|công đoàn viên|câu lạc bộ|trung tâm|khai thác|thủy lợi|cổ phần|tổng hợp|kế hoạch|ủy ban|ủy viên
nhân dân|mặt trận|tổ quốc|việt nam|hội đồng|thi đua|khen thưởng|thường vụ|chấp hành|bí thư|phó bí thư|chủ tịch|phó chủ tịch|giám đốc|phó giám đốc
trưởng phòng|phó trưởng phòng|văn phòng|sở y|y tế|giáo dục|đào tạo|tài chính|kinh tế|xã hội|văn hóa|thể thao|du lịch|nông nghiệp|môi trường|tài nguyên
khoa học|công nghệ|tư pháp|nội vụ|công thương|xây dựng|giao thông|vận tải|lao động|thanh niên|phụ nữ|cựu chiến|chiến binh|nông dân|học sinh|sinh viên
giáo viên|bác sĩ|kỹ sư|nhân viên|chuyên viên|cán bộ|công chức|viên chức|người lao|doanh nghiệp|cơ quan|đơn vị|tập thể|cá nhân|gia đình|hộ gia|dân vận
dân vận khéo|hồ chí|chí minh|hồ chí minh|đạo đức|phong cách|tư tưởng|học tập|làm theo|thành tích|xuất sắc|nhiệm vụ|hoàn thành|phong trào|giai đoạn|nhiệm kỳ
quy chế|dân chủ|cơ sở|mô hình|tiêu biểu|bảo vệ|an ninh|trật tự|an toàn|quốc phòng|quân sự|biên phòng|công an|bệnh viện|kiểm soát|bệnh tật|trường học
trung học|tiểu học|mầm non|phổ thông|đại học|cao đẳng|thành phố|thị xã|thị trấn|khu phố|khu vực|tổ dân|dân phố|trách nhiệm|hữu hạn|thành viên|một thành
xổ số|kiến thiết|điện lực|cấp nước|thoát nước|cao su|mía đường|ngân hàng|chi nhánh|bảo hiểm|kho bạc|nhà nước|thanh tra|kiểm tra|giám sát|tuyên giáo
phát triển|nông thôn|xây dựng|đoàn kết|tương trợ|tình nguyện|hiến máu|nhân đạo|từ thiện|ủng hộ|đóng góp|tham gia|tích cực|vận động|quần chúng|chuyển đổi
chuyển đổi số|cải cách|hành chính|thủ tục|giải quyết|tiếp nhận|trả kết|kết quả|sáng kiến|kinh nghiệm|lãnh đạo|chỉ đạo|quản lý|tổ chức|thực hiện|triển khai
vững mạnh|trong sạch|phòng chống|phòng cháy|chữa cháy|cứu nạn|cứu hộ|thiên tai|dịch bệnh|ma túy|tội phạm|liên đoàn|ban quản|quản trị|hợp tác|hợp tác xã
""".replace("\n", "|").strip("|").split("|"))
PAIRS = frozenset(" ".join(pair) for c in COMPOUNDS for pair in pairwise(c.split()))
BEFORE_NUMBER = frozenset({"ngày", "tháng", "năm", "số", "lần", "thứ", "khóa", "quý", "tổ", "đội", "phường", "quận", "khu", "phố", "ấp", "lớp", "huyện", "xã", "km", "giai", "điều"})
AFTER_NUMBER = frozenset({"năm", "tháng", "ngày", "người", "hộ", "đồng", "triệu", "mô", "lần", "km", "mét", "tuổi", "vụ"})
PREPOSITIONS = frozenset({"và", "của", "trong", "về", "cho", "với", "tại", "vì", "các", "những", "là", "để", "đã", "có", "do", "từ", "đến", "thuộc", "một", "hai"})


@lru_cache(maxsize=2048)
def break_costs(text: str, person: bool) -> tuple[float, ...]:
    """Return for each gap between words how bad a break there is: below 0 welcome, `NEVER` only in need."""
    words = text.split(" ")
    lowered = [w.strip(".,;:()“”\"'").casefold() for w in words]
    short_name = person and len(words) < 5
    return tuple(_gap(words, lowered, i, person=short_name) for i in range(len(words) - 1))


def _gap(words: Sequence[str], lowered: Sequence[str], i: int, *, person: bool) -> float:
    here, after = words[i], words[i + 1]
    if person or "\u00a0" in here:
        return NEVER
    number_after, number_here = after[:1].isdigit(), lowered[i][-1:].isdigit()
    if here[-1:] in ",;:":
        return -0.35 if not (number_here and number_after) else 0.3
    if here in ("-", "–", "&") or (number_after and lowered[i] in BEFORE_NUMBER) or (number_here and lowered[i + 1] in AFTER_NUMBER):
        return 2.5
    if after in ("-", "–", "&"):
        return 0.05
    if f"{lowered[i]} {lowered[i + 1]}" in PAIRS:
        return 1.6
    if here[:1].isupper() and after[:1].isupper() and here[-1:] not in ".)”":
        return 0.9
    if lowered[i] in PREPOSITIONS:
        return 0.5
    return 0.0 if lowered[i + 1] not in ("và", "của", "thuộc", "tại", "trong") else -0.12


def wrap(text: str, width: float, most: int, measure: Callable[[str], float], *, person: bool = False) -> list[str] | None:
    """Return the best lines of `text` no wider than `width`, at most `most`, fewest first; None when they do not fit."""
    found = wrap_cost(text, width, most, measure, person=person)
    return found[1] if found else None


def wrap_cost(text: str, width: float, most: int, measure: Callable[[str], float], *, person: bool = False) -> tuple[float, list[str]] | None:
    """Like `wrap`, with what the lines cost: 0 and below is good, above 1 a break that a reader would notice.

    The best lines are near in length (squared difference from the mean) and break where breaks are cheap.
    """
    words = text.split(" ")
    if measure(text) <= width:
        return 0.0, [text]
    costs = break_costs(text, person)
    lengths = [measure(w) for w in words]
    space = measure("a a") - 2 * measure("a")
    starts = [0.0]
    for length in lengths:
        starts.append(starts[-1] + length + space)
    found = []
    for lines in range(2, most + 1):
        best = _best(starts, space, costs, lines, width)
        if best is None:
            continue
        found.append((best[0] + 0.9 * (lines - 2), best[1]))
        if best[0] < 1:
            break
    if not found:
        return None
    cost, breaks = min(found)
    return cost, [" ".join(words[a:b]) for a, b in pairwise([0, *breaks, len(words)])]


def _best(starts: Sequence[float], space: float, costs: Sequence[float], lines: int, width: float) -> tuple[float, list[int]] | None:
    """Dynamic programming over word gaps: cheapest way to make exactly `lines` lines, or None."""
    count = len(starts) - 1
    mean = (starts[-1] - space) / lines

    def cost(a: int, b: int) -> float | None:
        length = starts[b] - starts[a] - space
        if length > width:
            return None
        uneven = (length - mean) / width
        return 6 * uneven * uneven + (costs[b - 1] if b < count else 0.0)

    row: dict[int, tuple[float, list[int]]] = {0: (0.0, [])}
    for line in range(lines):
        following: dict[int, tuple[float, list[int]]] = {}
        for a, (so_far, breaks) in row.items():
            for b in range(a + 1, count + 1):
                more = cost(a, b)
                if more is None:
                    break
                if (b == count) != (line == lines - 1):
                    continue
                if b not in following or so_far + more < following[b][0]:
                    following[b] = (so_far + more, [*breaks, b] if b < count else breaks)
        row = following
    end = row.get(count)
    return end if end is not None and end[0] < NEVER else None
