"""Where things lie: the learner's home folder and the shipped questions. Creates nothing.

The home is `LLMQUIZ_HOME`, else the platform's folder for user data.
"""

import errno
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from llmquiz.files.slugs import is_slug

if TYPE_CHECKING:
    from llmquiz.core.problems import Problem

HOME_VARIABLE = "LLMQUIZ_HOME"
DEFAULT_PROFILE = "default"
_PACKAGE = Path(__file__).resolve().parents[1]


class Home:
    """The learner's folder. Everything in it but the profiles and `banks` can be made again.

    No dataclass: to import those takes longer than all that a shell prompt asks.
    """

    __slots__ = ("root",)

    def __init__(self, root: Path) -> None:
        self.root = root

    @property
    def config(self) -> Path:
        """The settings."""
        return self.root / "config.toml"

    @property
    def device(self) -> Path:
        """This machine's id; outside the databases, because copies of them must not share it."""
        return self.root / "device"

    @property
    def index(self) -> Path:
        """The compiled questions; disposable."""
        return self.root / "index.db"

    @property
    def banks(self) -> Path:
        """The learner's own banks."""
        return self.root / "banks"

    @property
    def profiles(self) -> Path:
        """One folder a profile."""
        return self.root / "profiles"

    def database(self, profile: str = DEFAULT_PROFILE) -> Path:
        """The precious file of a profile. Raises ValueError for a name that `profile_problem` refuses."""
        if not is_slug(profile):
            raise ValueError(f"{profile!r} is not a profile's name")
        return self.profiles / profile / "llmquiz.db"


def home(environment: Mapping[str, str] = os.environ) -> Home:
    """The home folder this environment asks for. Raises OSError when it begins with a `~` that leads nowhere."""
    named = environment.get(HOME_VARIABLE, "")
    if named:
        return Home(_expanded(named).absolute())
    import platformdirs  # costs time, and is not needed where the variable is set

    return Home(platformdirs.user_data_path("llmquiz", appauthor=False))


def _expanded(named: str) -> Path:
    try:
        return Path(named).expanduser()
    except RuntimeError as error:
        raise FileNotFoundError(errno.ENOENT, "there is no such home folder", named) from error


def profile_problem(name: str) -> "Problem | None":
    """What is wrong with a profile's name; None when it can be used."""
    if is_slug(name):
        return None
    from llmquiz.core.problems import Place, Problem
    from llmquiz.core.wordings import worded
    from llmquiz.files.cleaning import visible
    from llmquiz.files.nearness import PROFILE_HINT

    says = worded("`{name}` is no name of a profile.", name=visible(name))
    return Problem(Place("--profile"), "profile-name", says, PROFILE_HINT)


def questions_root() -> Path:
    """The shipped questions: inside the installed package, else beside `src` in a checkout."""
    shipped = _PACKAGE / "questions"
    return shipped if shipped.is_dir() else _PACKAGE.parents[1] / "questions"
