"""The app: Textual screens and widgets over the trainer. Nobody else imports Textual or Rich.

The terminal is prepared here because Textual reads its environment when it is imported.
"""

import os

from llmquiz.tui.terminal import calm_keyboard

calm_keyboard(os.environ)
