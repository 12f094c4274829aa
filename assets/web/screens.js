/* The one script of the screens: Vietnamese for built-in texts, the way to sign-in after expiry, a heartbeat while typing. */
(function () {
  "use strict";

  // The calendar follows the browser's language: ours is Vietnamese.
  try {
    Object.defineProperty(navigator, "language", { get: function () { return "vi-VN"; } });
    Object.defineProperty(navigator, "languages", { get: function () { return ["vi-VN", "vi"]; } });
  } catch (ignored) { /* a browser that refuses shows its own language */ }

  var WORDS = /*WORDS*/{
    "Choose an option": "Chọn trong danh sách", "Choose options": "Chọn một hoặc nhiều", "No results": "Không có kết quả", "No options to select": "Không có gì để chọn",
    "Select all": "Chọn tất cả", "Clear all": "Bỏ chọn tất cả", "Clear value": "Xoá", "Upload": "Tải tệp lên", "Browse files": "Chọn tệp", "Drag and drop files here": "Kéo thả tệp vào đây",
    "Drag and drop file here": "Kéo thả tệp vào đây", "Press Enter to apply": "Bấm Enter để áp dụng", "Press Enter to submit form": "Bấm Enter để gửi",
    "Press Ctrl+Enter to apply": "Bấm Ctrl+Enter để áp dụng", "Press Ctrl+Enter to submit form": "Bấm Ctrl+Enter để gửi", "Press ⌘+Enter to apply": "Bấm ⌘+Enter để áp dụng",
    "This field is required.": "Ô này cần được nhập.", "This field is required": "Ô này cần được nhập", "Connection error": "Mất kết nối", "Connecting": "Đang kết nối", "Running...": "Đang xử lý…",
    "Running": "Đang xử lý", "Stop": "Dừng", "Skip to main content": "Tới nội dung chính", "Show password text": "Hiện mật khẩu", "Hide password text": "Ẩn mật khẩu", "Show password": "Hiện mật khẩu",
    "Hide password": "Ẩn mật khẩu", "Close": "Đóng", "Page not found": "Không có trang này", "Cancel": "Thôi", "Search": "Tìm", "Download": "Tải xuống", "Fullscreen": "Toàn màn hình",
    "Close fullscreen": "Thôi toàn màn hình", "View fullscreen": "Xem toàn màn hình", "Show/hide columns": "Hiện hoặc ẩn cột", "empty": "trống", "Remove file": "Bỏ tệp", "Copy to clipboard": "Chép",
    "Open sidebar": "Mở danh mục", "Close sidebar": "Đóng danh mục", "Expand sidebar": "Mở danh mục", "Collapse sidebar": "Thu danh mục", "Sort ascending": "Xếp tăng dần",
    "Sort descending": "Xếp giảm dần", "Pin column": "Ghim cột", "Unpin column": "Bỏ ghim cột", "Hide column": "Ẩn cột", "Autosize": "Vừa chữ", "Format": "Định dạng", "Next page": "Trang sau",
    "Previous page": "Trang trước", "Next": "Sau", "Previous": "Trước", "Add row": "Thêm dòng", "Delete row(s)": "Xoá dòng", "Loading...": "Đang tải…", "Dismiss": "Bỏ qua", "Try again": "Thử lại",
    "Clear selection": "Bỏ chọn", "Clear date": "Xoá ngày", "Copy Vega-Lite spec": "Chép mã biểu đồ", "Show data": "Xem số liệu", "View more": "Xem thêm", "View less": "Thu gọn", "Previous month.": "Tháng trước", "Next month.": "Tháng sau", "Today": "Hôm nay", "Choose date": "Chọn ngày", "Open": "Mở", "file upload": "tải tệp lên", "Download as PNG": "Tải ảnh PNG", "Download as SVG": "Tải ảnh SVG", "Download as CSV": "Tải CSV",
    "Previous month": "Tháng trước", "Next month": "Tháng sau", "Choose date range": "Chọn khoảng ngày", "Choose date and time": "Chọn ngày giờ", "Quick select a date range": "Chọn nhanh khoảng ngày",
    "Past Week": "Tuần qua", "Past Month": "Tháng qua", "Past 3 Months": "3 tháng qua", "Past 6 Months": "6 tháng qua", "Past Year": "Năm qua", "Past 2 Years": "2 năm qua", "Date range": "Khoảng ngày",
    "Use arrow keys to navigate dates. Enter to select. Escape to close.": "Phím mũi tên để đổi ngày, Enter để chọn, Escape để đóng.", "No data": "Không có số liệu", "No content": "Không có nội dung",
    "App pages": "Các trang", "Sidebar": "Danh mục", "Main menu": "Trình đơn", "Navigate to home page": "Về trang chính", "Link to heading": "Liên kết tới mục này", "Selected values": "Đã chọn",
    "Select...": "Chọn…", "Stop script": "Dừng", "Pagination": "Phân trang", "Notifications": "Thông báo", "Scroll tabs left": "Cuộn sang trái", "Scroll tabs right": "Cuộn sang phải", "Toggle fullscreen": "Toàn màn hình",
    "Previous Result": "Kết quả trước", "Next Result": "Kết quả sau", "An error has occurred, please try again.": "Có lỗi, anh/chị thử lại.", "Copy column name": "Chép tên cột", "Markdown content": "Nội dung", "Theme": "Giao diện",
    "Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:": "Máy chủ đang nghỉ hoặc mạng đứt. Trang tự nối lại; nội dung đã lưu vẫn còn.", "Connection timed out.": "Hết thời gian chờ kết nối.",
    "Copy": "Chép", "Reset view": "Về như cũ", "Show chart": "Xem biểu đồ", "Calendar": "Lịch", "Empty": "Trống", "Increment": "Tăng", "Decrement": "Giảm", "(required)": "(cần nhập)",
    "Connection closed": "Mất kết nối với máy chủ. Anh/chị đợi trang nối lại rồi bấm lại.", "Request timed out": "Tệp làm lâu hơn ba phút nên chưa tải được. Anh/chị thử lại sau.", "Download failed": "Chưa tải được tệp. Anh/chị thử lại.",
    "Deferred download not properly configured": "Nút này đã cũ. Anh/chị tải lại trang rồi bấm lại.", "you@example.com": "ten@coquan.vn",
    "The page that you have requested does not seem to exist. Running the app's main page.": "Đường dẫn này không có, hoặc anh/chị không được mở. Phần mềm đã mở trang chính."
  }/*END*/;
  var PATTERNS = [
    [/^(\d+)MB per file(?: • (.*))?$/, function (m) { return "Mỗi tệp tối đa " + m[1] + " MB" + (m[2] ? " · " + m[2] : ""); }],
    [/^Limit (\d+)MB per file(?: • (.*))?$/, function (m) { return "Mỗi tệp tối đa " + m[1] + " MB" + (m[2] ? " · " + m[2] : ""); }],
    [/^(\d+) options? available\.$/, function (m) { return "Có " + m[1] + " lựa chọn."; }],
    [/^(day|month|year), (.*)$/, function (m) { return { day: "ngày", month: "tháng", year: "năm" }[m[1]] + ", " + m[2]; }],
    [/^Choose date, (.*)$/, function (m) { return "Chọn ngày, " + m[1]; }],
    [/^(Fullscreen|Search|Show data|Show chart|Download as \w+|Copy Vega-Lite spec|Show\/hide columns|Close fullscreen|Clear selection|Add row|Delete row\(s\)): (.*)$/, function (m) { return (WORDS[m[1]] || "Tải xuống") + ": " + m[2]; }],
    [/^Help for (.*)$/, function (m) { return "Giải thích: " + m[1]; }],
    [/^Remove (.*)$/, function (m) { return "Bỏ " + m[1]; }],
    [/^Upload (?:a )?files?$/, function () { return "Tải tệp lên"; }],
    [/^Upload (?:a )?directory$/, function () { return "Tải thư mục lên"; }],
    [/^Drag and drop (?:a )?(?:files?|directory) here$/, function () { return "Kéo thả tệp vào đây"; }],
    [/^Select (\d+) matches$/, function (m) { return "Chọn " + m[1] + " mục khớp"; }],
    [/^Add: (.*)$/, function (m) { return "Thêm: " + m[1]; }],
    [/^(.*) must be (\d+(?:\.\d+)?[KMG]B) or smaller\.$/, function (m) { return "Tệp phải từ " + m[2] + " trở xuống."; }],
    [/^(.*) files are not allowed\.$/, function (m) { return "Không nhận tệp " + m[1] + "."; }],
    [/^(?:Error: )?Number is outside the allowed range\. Please enter a value between (.*) and (.*)\.$/, function (m) { return "Anh/chị nhập một số từ " + m[1] + " đến " + m[2] + "."; }],
    [/^(?:Error: )?Number is below the allowed range\.(?: Please enter a value greater than or equal to (.*)\.)?$/, function (m) { return "Anh/chị nhập một số" + (m[1] ? " từ " + m[1] + " trở lên." : " lớn hơn."); }],
    [/^(?:Error: )?Number is above the allowed range\.(?: Please enter a value less than or equal to (.*)\.)?$/, function (m) { return "Anh/chị nhập một số" + (m[1] ? " không quá " + m[1] + "." : " nhỏ hơn."); }],
    [/^(?:Error: )?Date set outside allowed range\. Please select a date on or before (.*)\.$/, function (m) { return "Ngày này chưa được nhận. Anh/chị chọn một ngày không sau " + m[1] + "."; }],
    [/^(?:Error: )?Date set outside allowed range\. Please select a date on or after (.*)\.$/, function (m) { return "Ngày này chưa được nhận. Anh/chị chọn từ ngày " + m[1] + " trở đi."; }],
    [/^(?:Error: )?Date set outside allowed range\. Please select a date between (.*) and (.*)\.$/, function (m) { return "Ngày này chưa được nhận. Anh/chị chọn từ ngày " + m[1] + " đến ngày " + m[2] + "."; }],
    [/^(?:AxiosError: )?Request failed with status code (\d+)$/, function (m) { return m[1] === "429" ? "Anh/chị đã tải lên quá nhiều trong một giờ. Anh/chị đợi ít phút rồi tải tiếp." : m[1] === "401" ? "Phiên làm việc đã hết. Anh/chị đăng nhập lại rồi tải tệp." : "Chưa tải lên được. Anh/chị thử lại."; }],
    [/^View (\d+) more$/, function (m) { return "Xem thêm " + m[1]; }],
    [/^Page (\d+)$/, function (m) { return "Trang " + m[1]; }],
    [/^Go to page (\d+)$/, function (m) { return "Tới trang " + m[1]; }]
  ];
  var ATTRIBUTES = ["aria-label", "placeholder", "title"];

  function said(text) {
    var trimmed = text.trim();
    if (!trimmed || trimmed.length > 300) { return null; }
    if (Object.prototype.hasOwnProperty.call(WORDS, trimmed)) { return text.replace(trimmed, WORDS[trimmed]); }
    for (var i = 0; i < PATTERNS.length; i += 1) {
      var match = PATTERNS[i][0].exec(trimmed);
      if (match) { return text.replace(trimmed, PATTERNS[i][1](match)); }
    }
    return null;
  }

  // What people wrote is never touched: their words stand in these.
  var THEIRS = "[data-testid='stMarkdownContainer'],[data-testid='stText'],[data-testid='stHeading'],.gs-plain,textarea,[data-testid='stTable']";

  // But these are the library's own, though they stand in such a place.
  var OURS = "[data-testid='stFileUploaderDropzone'] button,[data-testid='stFileUploaderDropzoneInstructions']";

  // An empty date says what to write where.
  var DATE = { dd: "ngày", mm: "tháng", yyyy: "năm" };

  function translate(node) {
    if (node.nodeType === 3) {
      var parent = node.parentElement;
      if (parent && DATE[node.nodeValue] && parent.closest("[data-testid='stDateInput'] [role='spinbutton']")) { node.nodeValue = DATE[node.nodeValue]; return; }
      if (!parent || (parent.closest(THEIRS) && !parent.closest(OURS))) { return; }
      var text = said(node.nodeValue);
      if (text !== null) { node.nodeValue = text; }
      return;
    }
    if (node.nodeType !== 1) { return; }
    for (var i = 0; i < ATTRIBUTES.length; i += 1) {
      var value = node.getAttribute(ATTRIBUTES[i]);
      var other = value ? said(value) : null;
      if (other !== null) { node.setAttribute(ATTRIBUTES[i], other); }
    }
    for (var child = node.firstChild; child; child = child.nextSibling) { translate(child); }
  }

  function here() { return location.pathname + location.search; }

  function follow(root) {
    var sign = root.querySelector ? root.querySelector("[data-gs-go]") : null;
    if (!sign) { return; }
    var place = sign.getAttribute("data-gs-go");
    if (!/^\/[a-z-]*(\?vi=[a-z-]*)?$/.test(place)) { return; }
    if (sign.getAttribute("data-gs-back") === "1" && here() !== "/") {
      place += (place.indexOf("?") < 0 ? "?" : "&") + "next=" + encodeURIComponent(here());
    }
    location.replace(place);
  }

  new MutationObserver(function (changes) {
    for (var i = 0; i < changes.length; i += 1) {
      var change = changes[i];
      if (change.type === "attributes") { translate(change.target); continue; }
      if (change.type === "characterData") { translate(change.target); continue; }
      for (var j = 0; j < change.addedNodes.length; j += 1) {
        translate(change.addedNodes[j]);
        follow(document);
      }
      for (var k = 0; k < change.removedNodes.length; k += 1) { keepWhy(change.removedNodes[k], change.target); }
    }
  }).observe(document.documentElement, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES });

  // Why a file was not made stays under its button until it is pressed again: the library takes it away after five seconds.
  var WHY = "stDownloadButtonError", BUTTON = "[data-testid='stDownloadButton']";
  function keepWhy(gone, button) {
    if (gone.nodeType !== 1 || gone.getAttribute("data-testid") !== WHY || !button.isConnected || button.querySelector("button:disabled")) { return; }
    var kept = gone.cloneNode(true);
    kept.setAttribute("data-gs-kept", "");
    kept.removeAttribute("data-testid");
    button.appendChild(kept);
  }
  document.addEventListener("click", function (event) {
    var button = event.target instanceof Element ? event.target.closest(BUTTON) : null;
    var kept = button ? button.querySelectorAll("[data-gs-kept]") : [];
    for (var i = 0; i < kept.length; i += 1) { kept[i].remove(); }
  }, true);

  // The browser's number field drops a decimal comma in silence: here it is the point that the field knows.
  document.addEventListener("beforeinput", function (event) {
    if (event.data !== "," || !(event.target instanceof HTMLInputElement) || event.target.type !== "number") { return; }
    event.preventDefault();
    document.execCommand("insertText", false, ".");
  }, true);

  // A click anywhere on a row of a list is a click on its box, which alone opens it and is 16 px wide.
  var BOX = 17, HEAD = 38, pressed = null;
  function rowsOf(target) {
    var list = target instanceof Element && target.closest(".dvn-scroller, canvas") ? target.closest("[class*='st-key-rows-']") : null;
    return list ? list.querySelector("canvas[data-testid='data-grid-canvas']") : null;
  }
  document.addEventListener("pointerdown", function (event) { pressed = event.isTrusted ? [event.clientX, event.clientY] : null; }, true);
  document.addEventListener("click", function (event) {
    var canvas = rowsOf(event.target);
    if (!canvas || !event.isTrusted || event.detail > 1 || !pressed) { return; }
    var edge = canvas.getBoundingClientRect();
    var far = Math.abs(event.clientX - pressed[0]) + Math.abs(event.clientY - pressed[1]) > 6;
    if (far || event.clientX - edge.left < 2 * BOX || event.clientY - edge.top < HEAD) { return; }
    var there = { clientX: edge.left + BOX, clientY: event.clientY, bubbles: true, cancelable: true, view: window, button: 0, pointerId: 1, pointerType: "mouse", isPrimary: true };
    ["pointermove", "mousemove", "pointerdown", "mousedown", "pointerup", "mouseup", "click"].forEach(function (name) {
      canvas.dispatchEvent(name.charAt(0) === "p" ? new PointerEvent(name, there) : new MouseEvent(name, there));
    });
  }, true);

  // Somebody who types for half an hour is not idle, though nothing was sent.
  var last = Date.now();
  document.addEventListener("input", function () {
    var now = Date.now();
    if (now - last < 240000) { return; }
    last = now;
    fetch("/nhip", { method: "POST", credentials: "same-origin" }).catch(function () { /* the next click will tell */ });
  }, true);
}());
