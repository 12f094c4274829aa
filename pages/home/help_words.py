"""What each role does and how, in the words of the screens."""

from __future__ import annotations

from recognition.hall.words import Role

#: role → (what it is for, steps as (what, how))
ROLES: dict[Role, tuple[str, tuple[tuple[str, str], ...]]] = {
    Role.NOMINATOR: (
        "Anh/chị giới thiệu người tốt, việc tốt, mô hình và thành tích của đơn vị mình.",
        (
            ("Nêu một việc tốt", "Mở «Nêu gương việc tốt», kể ai, việc gì, ngày nào, ở đâu, rồi thêm ảnh hoặc giấy xác nhận. Bản nháp được lưu; anh/chị dừng lúc nào cũng được."),
            ("Đăng ký mô hình Dân vận khéo", "Mở «Mô hình Dân vận khéo», bấm «Đăng ký mô hình», điền mười mục của phiếu. Cuối năm báo cáo kết quả của mô hình ở chính trang đó."),
            ("Gửi hồ sơ", "Trước khi gửi, cột bên phải liệt kê những gì còn thiếu. In tờ trình, tóm tắt thành tích, biên bản từ hồ sơ; ký xong thì chụp hoặc quét rồi đính kèm."),
            ("Theo dõi", "Trên trang hồ sơ, các chấm tròn cho biết hồ sơ đang ở bước nào. Khi chưa ai xử lý, anh/chị thu hồi về sửa được. Bị trả lại thì lý do nằm ngay dưới từng mục."),
        ),
    ),
    Role.UNIT_LEADER: (
        "Anh/chị xác nhận hồ sơ của đơn vị trước khi hồ sơ đi lên cấp trên.",
        (
            ("Xác nhận hoặc trả lại", "Hồ sơ chờ anh/chị nằm ở «Việc cần làm». Đọc, xem minh chứng, rồi «Xác nhận»; chưa ổn thì «Trả lại người lập» kèm lý do."),
            ("Xem cả các đơn vị bên dưới", "Danh sách đề nghị gồm hồ sơ đã gửi của đơn vị anh/chị và mọi đơn vị trực thuộc."),
        ),
    ),
    Role.SECRETARY: (
        "Anh/chị mở phong trào, thẩm định hồ sơ, chuẩn bị phiên họp và quyết định.",
        (
            ("Mở phong trào", "«Phong trào thi đua», soạn mục tiêu, hạn từng bước, tiêu chí có điểm, rồi «Phát động» xuống các đơn vị."),
            ("Thẩm định", "«Thẩm định» xếp hồ sơ theo hạn. Bên cạnh mỗi hồ sơ là các điều kiện kèm điều khoản. Tiếp nhận, trả lại từng mục có lý do, hoặc từ chối; xử lý nhiều hồ sơ một lúc cũng được."),
            ("Phiên họp", "«Phiên họp Hội đồng»: đưa hồ sơ vào chương trình, triệu tập, điểm danh, khoá quy tắc biểu quyết, in phiếu. Hai người kiểm phiếu nhập riêng; lệch nhau thì đối chiếu."),
            ("Quyết định", "Dự thảo quyết định từ kết quả phiên họp hoặc theo thủ tục đơn giản; vào số thì khen thưởng mới có hiệu lực và tên, đơn vị, số tiền được giữ nguyên như ngày ký."),
        ),
    ),
    Role.COUNCIL_MEMBER: (
        "Anh/chị xem hồ sơ của phiên họp mình dự và cho ý kiến.",
        (
            ("Đọc hồ sơ", "Khi phiên họp đã triệu tập, các hồ sơ trong chương trình hiện ở «Phiên họp Hội đồng», đọc được trên điện thoại."),
            ("Không tham gia", "Nếu là người được đề nghị hoặc có liên quan, anh/chị khai không tham gia ở mục đó; biên bản ghi lại."),
        ),
    ),
    Role.TELLER: (
        "Anh/chị nhập kết quả kiểm phiếu của tổ mình.",
        (
            ("Nhập riêng", "Mỗi người kiểm phiếu nhập số phiếu phát ra, thu về, hợp lệ, và số phiếu từng mục. Không ai thấy số của người kia trước khi cả hai nhập xong."),
            ("Đối chiếu", "Nơi nào lệch nhau, phần mềm chỉ đúng dòng. Hai người đếm lại rồi sửa dòng đó."),
        ),
    ),
    Role.CLERK: (
        "Anh/chị cấp và in giấy khen, giữ sổ cấp.",
        (
            ("In thử", "Trước khi cấp, mọi bản in đều có chữ BẢN NHÁP, không số, không mã. In phiếu dò để đơn vị soát tên."),
            ("Cấp", "«Cấp giấy khen» lấy số vào sổ liền nhau và khoá nội dung. Sau đó in cả quyết định thành một tệp, hoặc từng tờ."),
            ("Hỏng, cấp lại", "Tờ hỏng thì ghi hỏng kèm lý do, số đó vẫn nằm trong sổ. Cần sửa nội dung thì có quyết định sửa, rồi cấp tờ thay thế."),
        ),
    ),
    Role.LEADER: (
        "Anh/chị theo dõi phong trào qua số liệu.",
        (
            ("Toàn cảnh", "Các biểu đồ nói ngay điều thấy được: đơn vị nào được khen, đơn vị nào chưa nêu gương, từ việc tới khen mất bao nhiêu ngày. Lọc theo kỳ, đơn vị, phong trào; tải số liệu Excel cạnh mỗi biểu đồ."),
            ("Lịch sử", "Từ «Tra cứu», mở một người hoặc một đơn vị để xem mọi lần được khen."),
        ),
    ),
    Role.ADMINISTRATOR: (
        "Anh/chị giữ danh mục, tài khoản và nhật ký; không xem hồ sơ, không bỏ phiếu.",
        (
            ("Đơn vị, nhân sự, tài khoản", "Nhập từng mục, hoặc dùng «Nhập từ Excel»: tải tệp mẫu, điền, tải lên; phần mềm soát từng dòng rồi mới lưu."),
            ("Mã dùng một lần", "Tài khoản mới có mã in thành phiếu để giao tận tay. Quên mật khẩu thì cấp mã mới; mật khẩu cũ hết dùng được ngay."),
            ("Quy định và danh mục", "Mỗi con số có điều khoản và ngày hiệu lực. Con số chưa kiểm chứng được ghi rõ bên mọi kết quả, cho tới khi anh/chị xác nhận kèm số văn bản."),
            ("Người nghỉ việc", "Mở tài khoản của họ, «Bàn giao» hồ sơ đang mở cho người khác, rồi «Khoá tài khoản»."),
        ),
    ),
}

EVERYBODY: tuple[tuple[str, str], ...] = (
    ("Tra cứu không cần dấu", "Gõ «nguyen van» cũng ra «Nguyễn Văn»; chữ đ và d như nhau."),
    ("Hết phiên làm việc", "Không thao tác 30 phút thì phải đăng nhập lại; đang gõ thì phần mềm tự giữ phiên. Sau khi đăng nhập, anh/chị trở lại đúng trang đang mở."),
    ("Hai người cùng sửa", "Ai lưu sau sẽ được báo là nội dung vừa thay đổi, xem lại bản mới rồi làm tiếp; không ai ghi đè lên ai."),
    ("Bấm hai lần", "Bấm hai lần cũng chỉ ghi một lần."),
    ("Có mã tra cứu", "Khi phần mềm gặp lỗi, màn hình hiện một mã ngắn. Anh/chị đọc mã đó cho người quản trị."),
)
