"""What waits in the campaigns: the first one to write, and those that are written but not launched."""

from __future__ import annotations

from pages.home.providers import WorkItem
from recognition.campaigns import actions
from recognition.campaigns.terms import CampaignState
from recognition.hall.actor import Actor
from recognition.hall.permissions import allowed
from recognition.hall.words import Verb


def items(who: Actor) -> list[WorkItem]:
    """For whoever keeps campaigns."""
    if not allowed(who, Verb.MANAGE_CAMPAIGNS):
        return []
    page = actions.find(who, state=CampaignState.DRAFT)
    if not sum(page.counts.values()):
        return [
            WorkItem("flag", "Soạn phong trào thi đua đầu tiên", "Đơn vị đăng ký mô hình và gửi đề nghị theo phong trào đã phát động.", "Soạn phong trào", "pages/campaigns/edit.py")
        ]
    return [
        WorkItem("flag", f"Phát động: {row.name}", f"{row.code} · đã soạn, chưa đơn vị nào thấy", "Phát động", "pages/campaigns/campaign.py", row.id)
        for row in page.rows
    ]
