"""Offer at the start what was being typed when the program ended: open the article, bind the annotation, name the key.

It takes no key and opens no strip by itself.
"""

from typing import TYPE_CHECKING

from seeds.printable import printable
from tui.blanks import Blank, label, stored
from tui.fit import fitted
from tui.keys import shown
from tui.session import Session

if TYPE_CHECKING:
    from tui.app import Postil

SHOWN = 40
"""Cells of a draft that are shown."""


class Offering:
    """The draft that an app offers, if there is one."""

    def __init__(self, app: "Postil") -> None:
        self.app = app
        self.offered: Blank | None = None

    def resume(self) -> bool:
        """Go to where the newest draft belongs of those that have a place by now; whether there is one."""
        newest_first = [*reversed(self.app.asking.drafting.known)]
        self.offered = next((blank for blank in newest_first if self._goes_to(blank)), None)
        return self.offered is not None

    def say(self) -> None:
        """Say what was being typed and which key goes on with it, behind what is said already."""
        app = self.app
        words = app.asking.drafting.known.get(self.offered) if self.offered else None
        if self.offered is None or words is None or app.asking.strip:
            return
        command = app.table[self.offered[0].command]
        key = shown(command.keys[0]) if command.keys else f"“{command.sentence}”"
        offer = f"half-typed {label(self.offered)}: “{fitted(printable(words), SHOWN)}”; {key} goes on with it"
        app.say("; ".join(said for said in (app.status.message, offer) if said), app.status.level)

    def takes(self, key: str) -> bool:
        """Go on with the draft where its key means nothing else, as in the list; whether the key was that one."""
        app, session = self.app, self._session_of(self.offered) if self.offered else None
        if self.offered is None or session is None or self.offered not in app.asking.drafting.known:
            return False
        subject = self.offered[0]
        if key not in app.table[subject.command].keys or subject.annotation not in (None, session.bound):
            return False
        app.perform(app.table[subject.command])
        return True

    def _goes_to(self, blank: Blank) -> bool:
        """Open the article and bind the annotation of a draft; whether they are there. A draft that is stored by now
        has been saved in the last moment."""
        subject, drafting = blank[0], self.app.asking.drafting
        number = self.app.desk.listing.place(subject.article)
        if number < 0:
            return False
        if self._session_of(blank) is None:
            self.app.leafing.open(number)
        session = self._session_of(blank)
        before = stored(session, blank) if session else None
        if session is None or before is None:
            return False
        if before == drafting.known[blank]:
            drafting.drop(blank)
            return False
        annotation = session.layer.annotations.get(subject.annotation) if subject.annotation is not None else None
        if annotation:
            self.app.show(session.go_to(annotation))
        return True

    def _session_of(self, blank: Blank) -> Session | None:
        """The session on the article of a draft; None where another one is open."""
        desk = self.app.desk
        return desk.session if desk.row and desk.row.id == blank[0].article else None
