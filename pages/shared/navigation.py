"""Every screen, in its section, with the verb that opens it. Add your line here; who may not do the verb sees no entry."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from recognition.hall.actor import Actor
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb

ROOT = Path(__file__).resolve().parent.parent.parent

MINE, CAMPAIGNS, AWARDS, WATCH, ADMIN = "Việc của tôi", "Phong trào", "Khen thưởng", "Theo dõi", "Quản trị"
SECTIONS = (MINE, CAMPAIGNS, AWARDS, WATCH, ADMIN)


@dataclass(frozen=True)
class Entry:
    """One screen. `verb` None: whoever is signed in. Not `visible`: reached from other screens only.

    A screen with a `question` that it answers stands on the shelf «Bảng số liệu» and not in the menu, which would grow too long to read.
    """

    section: str
    file: str
    title: str
    icon: str
    url_path: str
    verb: Verb | None
    visible: bool = True
    question: str = ""

    @property
    def in_menu(self) -> bool:
        """Whether it is a line of the menu."""
        return self.visible and not self.question


#: In the order of the menu. The first is the default screen: its address is "/".
ENTRIES: tuple[Entry, ...] = (
    Entry(MINE, "pages/home/work.py", "Việc cần làm", ":material/checklist:", "viec-can-lam", None),
    Entry(MINE, "pages/insight/search.py", "Tra cứu", ":material/search:", "tra-cuu", Verb.SEARCH),
    Entry(MINE, "pages/thanks/list.py", "Gương sáng", ":material/local_florist:", "doc-guong-sang", Verb.READ_EXAMPLES),
    Entry(MINE, "pages/thanks/example.py", "Một gương sáng", ":material/local_florist:", "mot-guong-sang", Verb.READ_EXAMPLES, visible=False),
    Entry(CAMPAIGNS, "pages/nominations/list.py", "Đề nghị khen thưởng", ":material/emoji_events:", "de-nghi", Verb.SEE_NOMINATIONS),
    Entry(CAMPAIGNS, "pages/nominations/deed.py", "Nêu gương việc tốt", ":material/volunteer_activism:", "neu-guong", Verb.NOMINATE),
    Entry(CAMPAIGNS, "pages/lists/list.py", "Nhập danh sách", ":material/table_view:", "nhap-danh-sach", Verb.IMPORT_LIST),
    Entry(CAMPAIGNS, "pages/lists/batch.py", "Một danh sách", ":material/table_view:", "mot-danh-sach", Verb.IMPORT_LIST, visible=False),
    Entry(CAMPAIGNS, "pages/nominations/achievement.py", "Đề nghị thành tích", ":material/military_tech:", "thanh-tich", Verb.NOMINATE, visible=False),
    Entry(CAMPAIGNS, "pages/nominations/unit_papers.py", "Giấy tờ của đơn vị", ":material/draw:", "giay-to-don-vi", Verb.PRINT_UNIT_PAPERS, visible=False),
    Entry(CAMPAIGNS, "pages/nominations/opinion.py", "Cho ý kiến", ":material/forum:", "cho-y-kien", Verb.GIVE_OPINION, visible=False),
    Entry(CAMPAIGNS, "pages/nominations/case.py", "Hồ sơ", ":material/description:", "ho-so", Verb.SEE_NOMINATIONS, visible=False),
    Entry(CAMPAIGNS, "pages/models/list.py", "Mô hình Dân vận khéo", ":material/diversity_3:", "mo-hinh", Verb.SEE_MODELS),
    Entry(CAMPAIGNS, "pages/models/register.py", "Đăng ký mô hình", ":material/edit_note:", "dang-ky-mo-hinh", Verb.REGISTER_MODEL, visible=False),
    Entry(CAMPAIGNS, "pages/models/model.py", "Một mô hình", ":material/diversity_3:", "mot-mo-hinh", Verb.SEE_MODELS, visible=False),
    Entry(CAMPAIGNS, "pages/models/examples.py", "Mô hình để học tập, làm theo", ":material/content_copy:", "mo-hinh-de-lam-theo", Verb.SEE_EXAMPLES, visible=False),
    Entry(CAMPAIGNS, "pages/models/example.py", "Một mô hình để học tập, làm theo", ":material/content_copy:", "lam-theo", Verb.SEE_EXAMPLES, visible=False),
    Entry(CAMPAIGNS, "pages/grassroots/list.py", "Sổ dân chủ ở cơ sở", ":material/forum:", "so-dan-chu", Verb.SEE_GRASSROOTS),
    Entry(CAMPAIGNS, "pages/grassroots/edit.py", "Ghi vào sổ dân chủ", ":material/edit_note:", "ghi-so-dan-chu", Verb.RECORD_MEETING, visible=False),
    Entry(CAMPAIGNS, "pages/grassroots/record.py", "Một bản ghi của sổ", ":material/forum:", "mot-ban-ghi", Verb.SEE_GRASSROOTS, visible=False),
    Entry(CAMPAIGNS, "pages/grassroots/plan.py", "Kiểm tra, giám sát", ":material/fact_check:", "kiem-tra-giam-sat", Verb.SEE_GRASSROOTS, visible=False),
    Entry(CAMPAIGNS, "pages/grassroots/plan_new.py", "Lập kế hoạch kiểm tra", ":material/add:", "lap-ke-hoach-kiem-tra", Verb.PLAN_INSPECTION, visible=False),
    Entry(CAMPAIGNS, "pages/grassroots/inspection.py", "Một cuộc kiểm tra", ":material/fact_check:", "mot-cuoc-kiem-tra", Verb.SEE_GRASSROOTS, visible=False),
    Entry(CAMPAIGNS, "pages/grassroots/report.py", "Báo cáo dân vận, dân chủ", ":material/summarize:", "bao-cao-dan-chu", Verb.SEE_GRASSROOTS, visible=False),
    Entry(CAMPAIGNS, "pages/campaigns/list.py", "Phong trào thi đua", ":material/flag:", "phong-trao", Verb.SEE_CAMPAIGNS),
    Entry(CAMPAIGNS, "pages/campaigns/campaign.py", "Một phong trào", ":material/flag:", "mot-phong-trao", Verb.SEE_CAMPAIGNS, visible=False),
    Entry(CAMPAIGNS, "pages/campaigns/edit.py", "Soạn phong trào", ":material/edit:", "soan-phong-trao", Verb.MANAGE_CAMPAIGNS, visible=False),
    Entry(CAMPAIGNS, "pages/covenants/list.py", "Giao ước thi đua", ":material/handshake:", "giao-uoc", Verb.SEE_COVENANTS, visible=False),
    Entry(CAMPAIGNS, "pages/covenants/covenant.py", "Một giao ước", ":material/handshake:", "mot-giao-uoc", Verb.SEE_COVENANTS, visible=False),
    Entry(CAMPAIGNS, "pages/covenants/edit.py", "Soạn giao ước", ":material/edit:", "soan-giao-uoc", Verb.DRAW_COVENANT, visible=False),
    Entry(CAMPAIGNS, "pages/covenants/report.py", "Báo cáo giao ước", ":material/edit_note:", "bao-cao-giao-uoc", Verb.SEE_COVENANTS, visible=False),
    Entry(CAMPAIGNS, "pages/screening/queue.py", "Thẩm định", ":material/fact_check:", "tham-dinh", Verb.SCREEN),
    Entry(CAMPAIGNS, "pages/screening/compare.py", "So trùng", ":material/compare:", "so-trung", Verb.SCREEN, visible=False),
    Entry(CAMPAIGNS, "pages/screening/discipline.py", "Kỷ luật, tạm dừng xét", ":material/pause_circle:", "ky-luat", Verb.MANAGE_DISCIPLINE),
    Entry(CAMPAIGNS, "pages/reviewing/shortlist.py", "Danh sách và hạn mức", ":material/rule:", "han-muc", Verb.SHORTLIST),
    Entry(CAMPAIGNS, "pages/reviewing/mine.py", "Chấm điểm", ":material/grading:", "cham-diem", Verb.SCORE),
    Entry(CAMPAIGNS, "pages/reviewing/sheet.py", "Phiếu chấm", ":material/grading:", "phieu-cham", Verb.SCORE, visible=False),
    Entry(CAMPAIGNS, "pages/reviewing/campaign.py", "Giao và theo dõi chấm điểm", ":material/groups_2:", "giao-cham", Verb.ASSIGN_REVIEWERS),
    Entry(AWARDS, "pages/council/sessions.py", "Phiên họp Hội đồng", ":material/how_to_vote:", "phien-hop", Verb.SEE_SESSIONS),
    Entry(AWARDS, "pages/council/session.py", "Một phiên họp", ":material/how_to_vote:", "mot-phien-hop", Verb.SEE_SESSIONS, visible=False),
    Entry(AWARDS, "pages/council/new.py", "Phiên họp mới", ":material/add:", "phien-hop-moi", Verb.PLAN_SESSION, visible=False),
    Entry(AWARDS, "pages/council/councils.py", "Hội đồng", ":material/groups:", "hoi-dong", Verb.MANAGE_COUNCILS),
    Entry(AWARDS, "pages/decisions/list.py", "Quyết định", ":material/gavel:", "quyet-dinh", Verb.SEE_DECISIONS),
    Entry(AWARDS, "pages/decisions/decision.py", "Một quyết định", ":material/gavel:", "mot-quyet-dinh", Verb.SEE_DECISIONS, visible=False),
    Entry(AWARDS, "pages/decisions/new.py", "Dự thảo quyết định", ":material/edit_document:", "quyet-dinh-moi", Verb.DRAFT_DECISION, visible=False),
    Entry(AWARDS, "pages/decisions/external.py", "Quyết định bên ngoài", ":material/move_to_inbox:", "quyet-dinh-ngoai", Verb.RECORD_EXTERNAL, visible=False),
    Entry(AWARDS, "pages/courier/list.py", "Gói chuyển cấp", ":material/usb:", "goi-chuyen-cap", Verb.SEE_PARCELS),
    Entry(AWARDS, "pages/courier/parcel.py", "Một gói", ":material/usb:", "mot-goi", Verb.SEE_PARCELS, visible=False),
    Entry(AWARDS, "pages/courier/send.py", "Làm gói gửi đi", ":material/outbox:", "lam-goi", Verb.SEND_PARCEL, visible=False),
    Entry(AWARDS, "pages/courier/open.py", "Mở gói nhận về", ":material/inbox:", "mo-goi", Verb.READ_PARCEL, visible=False),
    Entry(AWARDS, "pages/courier/partners.py", "Nơi gửi, nhận gói", ":material/key:", "noi-gui-nhan", Verb.KEEP_PARTNER, visible=False),
    Entry(AWARDS, "pages/certificates/list.py", "Giấy khen", ":material/workspace_premium:", "giay-khen", Verb.SEE_CERTIFICATES),
    Entry(AWARDS, "pages/certificates/decision.py", "Cấp giấy khen", ":material/workspace_premium:", "cap-giay-khen", Verb.SEE_CERTIFICATES, visible=False),
    Entry(AWARDS, "pages/certificates/register.py", "Sổ cấp giấy khen", ":material/menu_book:", "so-cap", Verb.SEE_CERTIFICATES),
    Entry(AWARDS, "pages/print_shop/proofs.py", "Phiếu dò", ":material/spellcheck:", "phieu-do", Verb.SEE_CERTIFICATES, visible=False),
    Entry(AWARDS, "pages/print_shop/ceremony.py", "Gói lễ trao", ":material/celebration:", "goi-le-trao", Verb.SEE_CERTIFICATES, visible=False),
    Entry(AWARDS, "pages/print_shop/hand_over.py", "Trao thưởng, ký nhận", ":material/redeem:", "trao-thuong", Verb.HAND_OVER_AWARD),
    Entry(AWARDS, "pages/print_shop/gallery.py", "Mẫu giấy khen", ":material/grid_view:", "mau-giay", Verb.SEE_CERTIFICATES),
    Entry(AWARDS, "pages/print_shop/studio.py", "Chỉnh mẫu", ":material/tune:", "chinh-mau", Verb.DESIGN_LAYOUT, visible=False),
    Entry(AWARDS, "pages/print_shop/printers.py", "Hiệu chỉnh máy in", ":material/straighten:", "may-in", Verb.CALIBRATE),
    Entry(AWARDS, "pages/print_shop/stock.py", "Sổ phôi", ":material/inventory_2:", "so-phoi", Verb.KEEP_STOCK),
    Entry(AWARDS, "pages/print_shop/news.py", "Bản tin gương tốt", ":material/newspaper:", "ban-tin", Verb.PUBLISH),
    Entry(AWARDS, "pages/certificates/publications.py", "Gương đã công bố", ":material/public:", "cong-bo", Verb.PUBLISH),
    Entry(WATCH, "pages/reminding/outbox.py", "Thư chờ gửi", ":material/outgoing_mail:", "thu-cho-gui", Verb.SEE_OUTBOX),
    Entry(WATCH, "pages/reminding/letter.py", "Một thư", ":material/mail:", "mot-thu", Verb.SEE_OUTBOX, visible=False),
    Entry(WATCH, "pages/insight/dashboard.py", "Toàn cảnh", ":material/monitoring:", "toan-canh", Verb.SEE_FIGURES),
    Entry(WATCH, "pages/insight/figures.py", "Bảng số liệu", ":material/table_chart:", "bang-so-lieu", Verb.SEE_FIGURES),
    Entry(WATCH, "pages/insight/years.py", "So sánh các năm", ":material/compare_arrows:", "so-sanh-cac-nam", Verb.SEE_FIGURES, question="Năm nay hơn hay kém các năm trước, ở đơn vị nào, lĩnh vực nào?"),
    Entry(WATCH, "pages/insight/statistics.py", "Biểu thống kê", ":material/summarize:", "bieu-thong-ke", Verb.SEE_FIGURES, question="Biểu báo cáo thống kê thi đua, khen thưởng của năm ghi những số nào, từ quyết định nào?"),
    Entry(WATCH, "pages/insight/stages.py", "Thời gian từng khâu", ":material/timelapse:", "thoi-gian-tung-khau", Verb.SEE_FIGURES, question="Hồ sơ chờ bao lâu ở mỗi khâu, ai đang chờ lâu nhất?"),
    Entry(WATCH, "pages/insight/balance.py", "Bản đồ lĩnh vực", ":material/grid_on:", "ban-do-linh-vuc", Verb.SEE_FIGURES, question="Lĩnh vực nào, đơn vị nào còn trống?"),
    Entry(WATCH, "pages/ledger/ledger.py", "Sổ kết quả", ":material/menu_book:", "so-ket-qua", Verb.SEE_IMPACT, question="Các mô hình mang lại bao nhiêu đất, ngày công, tiền, hộ được giúp; việc nào nhiều đơn vị cùng kê?"),
    Entry(WATCH, "pages/ledger/questions.py", "Cùng kê một công trình?", ":material/help:", "cung-ke", Verb.SEE_CLAIM_QUESTIONS, visible=False),
    Entry(WATCH, "pages/grassroots/dimensions.py", "Theo nội dung PAPI", ":material/category:", "theo-noi-dung-papi", Verb.SEE_FIGURES, question="Nội dung PAPI, dân chủ ở cơ sở nào đã có ai làm, nội dung nào chưa?"),
    Entry(WATCH, "pages/insight/fairness.py", "Công bằng khen thưởng", ":material/diversity_1:", "cong-bang", Verb.SEE_FIGURES, question="Người lao động trực tiếp, nữ, đơn vị nhỏ có được khen tương xứng? Khen thưởng có dồn vào ít người?"),
    Entry(WATCH, "pages/insight/overlaps.py", "Lịch phong trào", ":material/calendar_month:", "lich-phong-trao", Verb.SEE_FIGURES, question="Phong trào nào trùng nhau, tuần nào đơn vị phải nộp nhiều giấy tờ?"),
    Entry(WATCH, "pages/insight/not_yet.py", "Chưa được khen", ":material/person_search:", "chua-duoc-khen", Verb.SEE_NOT_YET),
    Entry(WATCH, "pages/insight/history.py", "Lịch sử khen thưởng", ":material/history:", "lich-su", Verb.SEE_HISTORY, visible=False),
    Entry(MINE, "pages/home/bin.py", "Thùng rác", ":material/delete:", "thung-rac", Verb.SEE_BIN),
    Entry(MINE, "pages/home/help.py", "Hướng dẫn", ":material/help:", "huong-dan", None, visible=False),
    Entry(MINE, "pages/accounts/own.py", "Tài khoản của tôi", ":material/person:", "tai-khoan-cua-toi", None, visible=False),
    Entry(MINE, "pages/accounts/keys.py", "Khoá truy cập", ":material/key:", "khoa-truy-cap", Verb.MAKE_ACCESS_KEY, visible=False),
    Entry(ADMIN, "pages/accounts/list.py", "Tài khoản", ":material/group:", "tai-khoan", Verb.MANAGE_ACCOUNTS),
    Entry(ADMIN, "pages/accounts/one.py", "Một tài khoản", ":material/person:", "mot-tai-khoan", Verb.MANAGE_ACCOUNTS, visible=False),
    Entry(ADMIN, "pages/admin/units.py", "Đơn vị", ":material/account_tree:", "don-vi", Verb.MANAGE_UNITS),
    Entry(ADMIN, "pages/admin/unit.py", "Một đơn vị", ":material/account_tree:", "mot-don-vi", Verb.MANAGE_UNITS, visible=False),
    Entry(ADMIN, "pages/admin/people.py", "Nhân sự", ":material/badge:", "nhan-su", Verb.MANAGE_PEOPLE),
    Entry(ADMIN, "pages/admin/person.py", "Một người", ":material/badge:", "mot-nguoi", Verb.MANAGE_PEOPLE, visible=False),
    Entry(ADMIN, "pages/admin/workbook.py", "Nhập từ Excel", ":material/upload_file:", "nhap-excel", Verb.IMPORT_WORKBOOK),
    Entry(ADMIN, "pages/admin/issuers.py", "Cơ quan ban hành", ":material/account_balance:", "co-quan", Verb.MANAGE_ISSUERS),
    Entry(ADMIN, "pages/admin/issuer.py", "Một cơ quan", ":material/account_balance:", "mot-co-quan", Verb.MANAGE_ISSUERS, visible=False),
    Entry(ADMIN, "pages/admin/awards.py", "Danh hiệu, hình thức", ":material/military_tech:", "danh-hieu", Verb.MANAGE_CATALOGUE),
    Entry(ADMIN, "pages/admin/award.py", "Một hình thức", ":material/military_tech:", "mot-hinh-thuc", Verb.MANAGE_CATALOGUE, visible=False),
    Entry(ADMIN, "pages/admin/regulations.py", "Quy định", ":material/balance:", "quy-dinh", Verb.MANAGE_REGULATIONS),
    Entry(ADMIN, "pages/admin/holidays.py", "Ngày nghỉ", ":material/event_busy:", "ngay-nghi", Verb.MANAGE_SETTINGS),
    Entry(ADMIN, "pages/admin/address.py", "Địa chỉ tra cứu", ":material/qr_code_2:", "dia-chi", Verb.MANAGE_SETTINGS),
    Entry(ADMIN, "pages/admin/interface.py", "Kết nối chương trình khác", ":material/hub:", "ket-noi", Verb.MANAGE_SETTINGS),
    Entry(ADMIN, "pages/admin/mail.py", "Thư điện tử", ":material/alternate_email:", "thu-dien-tu", Verb.MANAGE_SETTINGS),
    Entry(ADMIN, "pages/admin/backups.py", "Sao lưu", ":material/backup:", "sao-luu", Verb.BACK_UP),
    Entry(ADMIN, "pages/admin/log.py", "Nhật ký", ":material/receipt_long:", "nhat-ky", Verb.SEE_AUDIT),
    Entry(ADMIN, "pages/admin/rights.py", "Quyền và các bước", ":material/rule:", "quyen", Verb.MANAGE_ACCOUNTS),
)


def entries() -> tuple[Entry, ...]:
    """The screens whose file is there."""
    return tuple(entry for entry in ENTRIES if (ROOT / entry.file).is_file())


def for_actor(who: Actor) -> tuple[Entry, ...]:
    """The screens that this person may open."""
    return tuple(entry for entry in entries() if entry.verb is None or allowed(who, entry.verb))


def shelf(who: Actor) -> tuple[Entry, ...]:
    """The screens of figures that this person may open, with the question that each answers; nothing for whoever has no shelf."""
    return tuple(entry for entry in for_actor(who) if entry.question) if allowed(who, Verb.SEE_FIGURES) else ()


def url_paths() -> tuple[str, ...]:
    """The address of every screen."""
    return tuple(entry.url_path for entry in ENTRIES)
