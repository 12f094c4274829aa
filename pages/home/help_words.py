"""What each role does and how, in the words of the screens."""

from __future__ import annotations

from recognition.hall.words import Role

#: role → (what it is for, steps as (what, how))
ROLES: dict[Role, tuple[str, tuple[tuple[str, str], ...]]] = {
    Role.NOMINATOR: (
        "Anh/chị giới thiệu người tốt, việc tốt, mô hình và thành tích của đơn vị mình.",
        (
            ("Nêu một việc tốt", "Mở «Nêu gương việc tốt», kể ai, việc gì, ngày nào, ở đâu, rồi thêm ảnh hoặc giấy xác nhận. Bản nháp được lưu; anh/chị dừng lúc nào cũng được."),
            ("Đăng ký mô hình Dân vận khéo", "Mở «Mô hình Dân vận khéo», bấm «Đăng ký mô hình», điền chín mục của phiếu. Giữa kỳ ghi vài dòng để biết mô hình còn làm, cuối năm báo cáo kết quả, đều ở chính trang đó."),
            ("Làm theo mô hình của đơn vị khác", "Mở «Mô hình để học tập, làm theo» ở trang mô hình, chọn một mô hình, bấm «Làm theo mô hình này»."),
            ("Sổ dân chủ ở cơ sở", "Ghi đối thoại, sơ kết dân vận, buổi tuyên truyền; thêm câu hỏi, trả lời, cam kết có hạn. Cam kết chưa làm hiện ở «Việc cần làm»; báo cáo 6 tháng, năm lập từ sổ."),
            ("Giao ước thi đua", "Gần hạn báo cáo, «Việc cần làm» nhắc: ghi kết quả và điểm tự chấm của từng chỉ tiêu, đính kèm tệp, «Gửi báo cáo». Gửi rồi thì đọc được kết quả của các đơn vị khác."),
            ("Nhập cả danh sách", "«Nhập danh sách» đọc tệp Excel, Word hoặc CSV của đơn vị, hỏi lại chỗ chưa rõ, cho sửa từng ô; chưa bấm nhập thì chưa có gì được lưu thành hồ sơ. Tệp có lỗi thì tải về bản đã tô màu, sửa rồi gửi lại."),
            ("Gửi hồ sơ", "Trước khi gửi, cột bên phải liệt kê những gì còn thiếu. In tờ trình, tóm tắt thành tích, biên bản từ hồ sơ; ký xong thì chụp hoặc quét rồi đính kèm."),
            ("Theo dõi", "Trên trang hồ sơ, các chấm tròn cho biết hồ sơ đang ở bước nào. Khi chưa ai xử lý, anh/chị thu hồi về sửa được. Bị trả lại thì lý do nằm ngay dưới từng mục."),
            ("Biết kết quả xét", "Mở phong trào, tải «Thông báo kết quả xét» của đơn vị mình: hồ sơ nào được khen, hồ sơ nào chưa, vì sao và năm sau nên làm gì."),
            ("Tìm người chưa được khen", "«Chưa được khen» liệt kê ai đã được nêu việc tốt mà chưa lần nào được khen; bấm một lần là có bản nháp cho người đó."),
        ),
    ),
    Role.UNIT_LEADER: (
        "Anh/chị xác nhận hồ sơ của đơn vị trước khi hồ sơ đi lên cấp trên.",
        (
            ("Xác nhận hoặc trả lại", "Hồ sơ chờ anh/chị nằm ở «Việc cần làm». Đọc, xem minh chứng, rồi «Xác nhận»; chưa ổn thì «Trả lại người lập» kèm lý do."),
            ("Cho ý kiến", "Đơn vị khác đề nghị khen người của đơn vị anh/chị thì anh/chị được hỏi: đồng ý, hoặc không đồng ý kèm lý do. Quá hạn mà im lặng thì hồ sơ ghi là im lặng."),
            ("Sổ dân chủ ở cơ sở", "Ghi đối thoại của đơn vị mình, ghi cam kết đã thực hiện, xem sổ của các đơn vị bên dưới, tải báo cáo 6 tháng, năm."),
            ("Giao ước thi đua", "Giao ước chờ ký nằm ở «Việc cần làm»: đọc các chỉ tiêu rồi «Tán thành, ký giao ước» thay mặt đơn vị. Giao ước sửa thành bản mới thì ký lại."),
            ("Xem cả các đơn vị bên dưới", "Danh sách đề nghị gồm hồ sơ đã gửi của đơn vị anh/chị và mọi đơn vị trực thuộc."),
        ),
    ),
    Role.SECRETARY: (
        "Anh/chị mở phong trào, thẩm định hồ sơ, chuẩn bị phiên họp và quyết định.",
        (
            ("Mở phong trào", "«Phong trào thi đua», soạn mục tiêu, hạn từng bước, tiêu chí có điểm, rồi «Phát động» xuống các đơn vị."),
            ("Thẩm định", "«Thẩm định» xếp hồ sơ theo hạn. Bên cạnh mỗi hồ sơ là các điều kiện kèm điều khoản. Tiếp nhận, trả lại từng mục có lý do, hoặc từ chối; xử lý nhiều hồ sơ một lúc cũng được."),
            ("Trùng lặp", "Cạnh hồ sơ có những hồ sơ, quyết định có thể trùng và lý do; «So trùng» đặt hai bản thành tích cạnh nhau, phần giống được tô. Máy chỉ hỏi, anh/chị kết luận."),
            ("Chấm điểm và danh sách", "«Giao và theo dõi chấm điểm» chia hồ sơ cho người chấm, tránh người có liên quan. «Danh sách và hạn mức» xếp theo điểm cạnh hạn mức, rồi đưa lên chương trình họp một lần."),
            ("Sổ dân chủ ở cơ sở", "Xem đối thoại, tuyên truyền, cam kết của các đơn vị; cam kết quá hạn được đếm ở «Việc cần làm». Tải báo cáo của từng đơn vị."),
            ("Kiểm tra, giám sát", "Từ sổ, mở «Kiểm tra, giám sát»: lập kế hoạch năm theo quý và đơn vị, ghi kết quả, hạn chế, việc phải khắc phục và hạn. Tải kế hoạch cùng kết quả về Excel."),
            ("Giao ước thi đua", "Từ «Phong trào thi đua», mở «Giao ước thi đua giữa các đơn vị»: soạn chỉ tiêu, đưa ra ký, ghi đơn vị ký trên giấy, xác nhận báo cáo, so sánh các đơn vị, tải Excel, tổng kết."),
            ("Phiên họp", "«Phiên họp Hội đồng»: đưa hồ sơ vào chương trình, triệu tập, điểm danh, khoá quy tắc biểu quyết, in phiếu. Hai người kiểm phiếu nhập riêng; lệch nhau thì đối chiếu."),
            ("Bỏ phiếu kín điện tử", "Cần ít nhất ba người kiểm phiếu, mỗi người giữ một mảnh khoá. Anh/chị mở rồi đóng thùng phiếu; hai người kiểm phiếu gõ cụm mật khẩu thì mới có kết quả. Ký biên bản xong thì huỷ thùng phiếu cùng các mảnh khoá."),
            ("Quyết định", "Dự thảo quyết định từ kết quả phiên họp hoặc theo thủ tục đơn giản; vào số thì khen thưởng mới có hiệu lực và tên, đơn vị, số tiền được giữ nguyên như ngày ký."),
            ("Sổ kết quả, kê trùng", "«Sổ kết quả» cộng đất, ngày công, tiền, hộ được giúp của các mô hình. Hai đơn vị có thể cùng kê một công trình thì phần mềm hỏi: các việc khác nhau, chia phần, hay một đơn vị rút số."),
            ("Đôn đốc, nhắc việc", "«Thư chờ gửi», bấm «Soạn thư nhắc»: phần mềm soạn cho từng đơn vị, từng người còn việc chậm hoặc sắp đến hạn. Anh/chị xem, sửa lời, bỏ bớt rồi mới gửi; không thư nào tự đi."),
            ("Gói chuyển cấp", "Gửi hồ sơ lên cấp trên, hoặc nhận hồ sơ của cấp dưới, qua USB khi hai nơi không nối mạng. Lần đầu so dấu khoá qua điện thoại ở «Nơi gửi, nhận gói»; kết quả về cùng cách ấy."),
            ("Trả lời các đơn vị", "Ở trang phong trào, «Thông báo kết quả xét» cho mỗi đơn vị một tệp Word: kết quả từng hồ sơ, điều còn thiếu, gợi ý cho năm sau; không có số phiếu."),
            ("Công bố, lan toả", "«Gương đã công bố» chỉ đưa ra những ai đồng ý hoặc có căn cứ, gỡ xuống lúc nào cũng được. Lời chúc mừng người khác viết chỉ lên trang công khai khi anh/chị duyệt. «Bản tin gương tốt» làm áp phích A3 và thẻ vuông để gửi đi."),
        ),
    ),
    Role.COUNCIL_MEMBER: (
        "Anh/chị xem hồ sơ của phiên họp mình dự và cho ý kiến.",
        (
            ("Đọc hồ sơ", "Khi phiên họp đã triệu tập, các hồ sơ trong chương trình hiện ở «Phiên họp Hội đồng», đọc được trên điện thoại."),
            ("Bỏ phiếu", "Khi phiếu mở, bấm «Bỏ phiếu», nhập lại mật khẩu, chọn từng hồ sơ, xem lại rồi bỏ. Mỗi người một lá, không ai biết lá nào của ai; mã biên nhận chỉ chứng tỏ lá phiếu đã nằm trong thùng."),
            ("Không tham gia", "Nếu là người được đề nghị hoặc có liên quan, anh/chị khai không tham gia ở mục đó; biên bản ghi lại."),
        ),
    ),
    Role.TELLER: (
        "Anh/chị nhập kết quả kiểm phiếu của tổ mình.",
        (
            ("Nhập riêng", "Mỗi người kiểm phiếu nhập số phiếu phát ra, thu về, hợp lệ, và số phiếu từng mục. Không ai thấy số của người kia trước khi cả hai nhập xong."),
            ("Đối chiếu", "Nơi nào lệch nhau, phần mềm chỉ đúng dòng. Hai người đếm lại rồi sửa dòng đó."),
            ("Giữ khoá phiếu kín", "Trước khi mở phiếu, anh/chị tự đặt một cụm mật khẩu cho mảnh khoá của mình; phần mềm không giữ cụm đó. Đóng phiếu xong, hai người nhập cụm mật khẩu thì thùng phiếu mở."),
        ),
    ),
    Role.REVIEWER: (
        "Anh/chị chấm điểm những hồ sơ được giao.",
        (
            ("Chấm", "«Chấm điểm» có mọi hồ sơ được giao và hạn. Không điểm (0) là một điểm; không chấm được thì «Không chấm hồ sơ này» kèm lý do, và không tính vào điểm trung bình."),
            ("Chốt phiếu", "Chưa chốt phiếu của mình thì chưa thấy điểm của người khác. Đã chốt mà cần đổi thì ghi lý do; lý do đó được lưu."),
            ("Chấm theo vòng", "Có phong trào chấm nhiều vòng: mỗi phiếu ghi vòng nào, mở và đóng ngày nào. Vòng giấu tên thì tên người, đơn vị là «…»; nhận ra là ai mà có liên quan thì chọn «Không chấm hồ sơ này»."),
        ),
    ),
    Role.CLERK: (
        "Anh/chị cấp và in giấy khen, giữ sổ cấp.",
        (
            ("In thử", "Trước khi cấp, mọi bản in đều có chữ BẢN NHÁP, không số, không mã. In phiếu dò để đơn vị soát tên."),
            ("Phiếu dò", "Mỗi đơn vị nhận đúng những chữ sẽ in; chỗ đáng ngờ được đánh dấu. Đơn vị ký rồi mới cấp, nếu cơ quan chọn như vậy."),
            ("Phôi và máy in", "«Hiệu chỉnh máy in» in một tờ thước, anh/chị đọc số đo, phần mềm tự căn. «Sổ phôi» ghi phôi nhận, dùng, hỏng, trả, và báo trước khi hết."),
            ("Cấp", "«Cấp giấy khen» lấy số vào sổ liền nhau và khoá nội dung. Sau đó in cả quyết định thành một tệp, hoặc từng tờ."),
            ("Hỏng, cấp lại", "Tờ hỏng thì ghi hỏng kèm lý do, số đó vẫn nằm trong sổ. Cần sửa nội dung thì có quyết định sửa, rồi cấp tờ thay thế."),
            ("Lễ trao", "«Gói lễ trao» có tệp in theo đúng thứ tự gọi tên, thẻ gọi, kịch bản đọc, bảng ký nhận tiền và danh sách vắng."),
            ("Sau lễ", "«Trao thưởng, ký nhận»: đánh dấu ai đã ký nhận rồi ghi một lần; ai vắng, ai nhận thay, tiền chuyển khoản ghi ở dòng của người đó."),
        ),
    ),
    Role.LEADER: (
        "Anh/chị theo dõi phong trào qua số liệu.",
        (
            ("Toàn cảnh", "Các biểu đồ nói ngay điều thấy được: đơn vị nào được khen, đơn vị nào chưa nêu gương, từ việc tới khen mất bao nhiêu ngày. Lọc theo kỳ, đơn vị, phong trào; tải số liệu Excel cạnh mỗi biểu đồ."),
            ("Bảng số liệu", "Các bảng đứng chung một trang, mỗi bảng trả lời một câu hỏi; ở đầu mỗi bảng có đường về trang này."),
            ("So sánh các năm", "Hai đến năm năm cạnh nhau, cả theo đơn vị và lĩnh vực. Năm chưa hết được so cùng khoảng ngày với các năm trước."),
            ("Thời gian từng khâu", "Hồ sơ chờ bao nhiêu ngày ở mỗi khâu, so với hạn của phong trào; hồ sơ nào chờ lâu nhất lúc này."),
            ("Bản đồ lĩnh vực", "Lĩnh vực nào, đơn vị nào còn trống mô hình hoặc khen thưởng."),
            ("Công bằng khen thưởng", "Người lao động trực tiếp, nữ, đơn vị nhỏ, lãnh đạo trong số được khen, so với nhân sự có trong sổ; khen thưởng có dồn vào ít người, ít đơn vị không; ai được khen lại năm sau. Nhóm dưới 5 người không nêu."),
            ("Lịch phong trào", "Phong trào đang và sắp diễn ra trên một trục thời gian: phong trào nào trùng nhau nên xem xét gộp, tuần nào một đơn vị phải nộp nhiều giấy tờ."),
            ("Phát mà không động", "Phong trào đã phát động mà 30 ngày không có đăng ký, không có đề nghị thì hiện màu cam ở trang đầu và trang phong trào."),
            ("Theo nội dung PAPI", "Nội dung PAPI, dân chủ ở cơ sở nào có bao nhiêu đơn vị làm, nội dung nào chưa ai làm, đơn vị nào chưa có gì."),
            ("Lịch sử", "Từ «Tra cứu», mở một người hoặc một đơn vị để xem mọi lần được khen."),
            ("Chưa được khen", "Ai đã được nêu việc tốt mà chưa lần nào được khen, đơn vị nào chưa nêu gương trong quý này."),
        ),
    ),
    Role.ADMINISTRATOR: (
        "Anh/chị giữ danh mục, tài khoản và nhật ký; không xem hồ sơ, không bỏ phiếu.",
        (
            ("Đơn vị, nhân sự, tài khoản", "Nhập từng mục, hoặc dùng «Nhập từ Excel»: tải tệp mẫu, điền, tải lên; phần mềm soát từng dòng rồi mới lưu."),
            ("Mã dùng một lần", "Tài khoản mới có mã in thành phiếu để giao tận tay. Quên mật khẩu thì cấp mã mới; mật khẩu cũ hết dùng được ngay."),
            ("Quy định và danh mục", "Mỗi con số có điều khoản và ngày hiệu lực. Con số chưa kiểm chứng được ghi rõ bên mọi kết quả, cho tới khi anh/chị xác nhận kèm số văn bản."),
            ("Người nghỉ việc", "Mở tài khoản của họ, «Bàn giao» hồ sơ đang mở cho người khác, rồi «Khoá tài khoản»."),
            ("Sao lưu", "«Sao lưu» làm một tệp đã được mở thử, gồm mọi dữ liệu trừ khoá ký. Anh/chị chép tệp đó và thư mục khoá sang nơi khác."),
        ),
    ),
}

EVERYBODY: tuple[tuple[str, str], ...] = (
    ("Tra cứu không cần dấu", "Gõ «nguyen van» cũng ra «Nguyễn Văn»; chữ đ và d như nhau."),
    ("Hết phiên làm việc", "Không thao tác 30 phút thì phải đăng nhập lại; đang gõ thì phần mềm tự giữ phiên. Sau khi đăng nhập, anh/chị trở lại đúng trang đang mở."),
    ("Hai người cùng sửa", "Ai lưu sau sẽ được báo là nội dung vừa thay đổi, xem lại bản mới rồi làm tiếp; không ai ghi đè lên ai."),
    ("Bấm hai lần", "Bấm hai lần cũng chỉ ghi một lần."),
    ("Mã lỗi", "Khi phần mềm gặp lỗi, màn hình hiện một mã lỗi ngắn. Anh/chị đọc mã đó cho người quản trị."),
)
