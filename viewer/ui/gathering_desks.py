"""Makes the desks for what comes from outside, and connects them; loaded when the first of them is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from viewer.ui.address_desk import AddressDesk
    from viewer.ui.feeds_desk import FeedsDesk
    from viewer.ui.inbox_desk import InboxDesk
    from viewer.ui.jobs import Jobs
    from viewer.ui.main_window import MainWindow
    from viewer.ui.session import Session
    from viewer.ui.settings import Settings


def make_addresses(window: MainWindow, session: Session, jobs: Jobs) -> AddressDesk:
    """The desk for addresses and what is pasted."""
    from viewer.ui.address_desk import AddressDesk

    desk = AddressDesk(window.files, session, jobs, window)
    desk.told.connect(window.notice.tell)
    desk.progressed.connect(window.notice.progress)
    window.notice.cancelled.connect(desk.cancel)
    window.articles.shown.connect(desk.on_shown)
    if window.articles.article is not None:
        desk.on_shown(window.articles.article)
    return desk


def make_feeds(window: MainWindow, session: Session, settings: Settings, jobs: Jobs) -> FeedsDesk:
    """The desk for feeds."""
    from viewer.ui.feeds_desk import FeedsDesk

    desk = FeedsDesk(session, settings, jobs, window)
    desk.told.connect(window.notice.tell)
    desk.progressed.connect(window.notice.progress)
    desk.refused.connect(window.files.show_refused)
    window.notice.cancelled.connect(desk.cancel)
    return desk


def make_inbox(window: MainWindow, session: Session, settings: Settings, jobs: Jobs) -> InboxDesk:
    """The desk for the inbox."""
    from viewer.ui.inbox_desk import InboxDesk

    desk = InboxDesk(session, settings, jobs, window)
    desk.told.connect(window.notice.tell)
    return desk
