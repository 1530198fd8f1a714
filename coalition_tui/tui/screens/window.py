"""A screen that follows the window's size as it is, and never goes back to an earlier one."""

from typing import TYPE_CHECKING, Any

from textual import events
from textual._compositor import Compositor
from textual.message import Message

from coalition_tui.tui.compositor import FrontCompositor

if TYPE_CHECKING:
    from textual.message_pump import MessagePump
else:
    MessagePump = object


class FollowsWindow(MessagePump):
    """Put before Textual's own class of a screen.

    Laying out tells a screen of its size again, later. When two sizes have come by then, each
    layout calls for the other one: Textual 8.2 would go back and forth for ever.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        """Args: Textual's own."""
        super().__init__(*arguments, **options)
        self._compositor: Compositor = FrontCompositor()

    def check_message_enabled(self, message: Message) -> bool:
        """What tells of a size that the window has no more is not sent."""
        past = isinstance(message, events.Resize) and message.size != self.app.size
        return not past and super().check_message_enabled(message)
