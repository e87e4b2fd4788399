"""An SMTP relay for tests that fails as it is told, and remembers what it has really taken.

    with Relay(greylist=1, faults=[Fault("dot", "accept, cut", chance=0.01)]) as relay:
        ...                                     # send to 127.0.0.1:relay.port
        relay.configure(greylist=0)
        relay.ledger["name@example.org"].accepted[0].message

As a process of its own: `python -m tests.mail.relay --port N --control-port N`, see `--help`.
"""

from tests.mail.relay.faults import Behaviour, Fault
from tests.mail.relay.ledger import Accepted, Ledger, Recipient
from tests.mail.relay.server import Relay

__all__ = ["Accepted", "Behaviour", "Fault", "Ledger", "Recipient", "Relay"]
