"""What the public reads of thanks, and that nobody writes there."""

import pytest

from recognition.issuing import actions as issuing
from recognition.thanks import actions
from tests.thanks.conftest import opened
from tests.web.conftest import post

pytestmark = pytest.mark.proves("F14.03")
WORDS = "Cảm ơn <b>anh</b> Tòng.\nCả xóm nhớ mãi."


@pytest.fixture
def given(ha):
    return opened()


def pages(client, given):
    """The list's text and the example's own."""
    return client.get("/guong-sang").text, client.get(f"/guong-sang/{given.example.id}").text


def test_the_public_reads_a_count_and_approved_words_and_both_go_with_the_example(client, given):
    own = f"/guong-sang/{given.example.id}"
    said = actions.appreciate(given.thanh, given.example.id, WORDS)
    actions.appreciate(given.binh, given.example.id, "Lời này chỉ ở trong chương trình.")
    for text in pages(client, given):
        assert ("cảm ơn." in text, "Đỗ Thị Thanh" in text, "người trân trọng" in text, "Lời chúc mừng" in text) == (False, False, False, False)
    actions.thank(given.binh, given.example.id)
    actions.approve(given.secretary, said.id, said.version)
    listed, told = pages(client, given)
    assert "1 người trân trọng cảm ơn" in listed
    assert f'href="{own}"' in listed
    assert "<p>Cảm ơn &lt;b&gt;anh&lt;/b&gt; Tòng.\nCả xóm nhớ mãi.</p>" in told
    assert "Đỗ Thị Thanh · Chi bộ Sở Tài chính" in told
    assert "1 người trân trọng cảm ơn." in told
    assert ("Lời này chỉ" in told, "<script" in told, "<form" in told) == (False, False, False)
    issuing.unpublish(given.secretary, given.example.id, given.example.version, "Đồng chí Tòng rút lại sự đồng ý")
    gone = client.get(own)
    assert (gone.status_code, "cảm ơn" in gone.text, "Thanh" in gone.text) == (404, False, False)


def test_nobody_writes_on_the_public_pages(client, given):
    own = f"/guong-sang/{given.example.id}"
    assert f'<a href="/mot-guong-sang?id={given.example.id}">Gửi lời cảm ơn (cần đăng nhập)</a>' in client.get(own).text
    asked = client.get(f"/mot-guong-sang?id={given.example.id}", follow_redirects=False)
    assert (asked.status_code, asked.headers["location"]) == (303, f"/dang-nhap?next=/mot-guong-sang%3Fid%3D{given.example.id}")
    assert [post(client, path).status_code for path in (own, "/guong-sang")] == [405, 405]
    assert actions.get(given.thanh, given.example.id).count.sentence == ""
