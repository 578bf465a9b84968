"""Type once: what was registered here and must also be written in another system, until there are interfaces.

2026-11-25. Two tables say what waits, and they never say the same thing twice:

- `portal_report` is the way to the labour market portal, and the only one. Every talk and every match has one from
  the moment it is registered, because the contact rate is measured in the portal: it has a deadline in the queue, and
  the portal may send it back. Its states and use cases are in `app.talks.reports`.
- `outward_entry` is the way to every other system (KOMMA, Workbase, the tender portal). Which ones depends on what it
  is, on the citizen's unit and match: data in `resources/transfer/systems.toml`, whose reader refuses a rule that
  names the portal. An entry is open until it has a day; one that is not needed is withdrawn with the reason.

Both are written in the transaction of what they are about. The screen knows neither table: it sees one `Tick` a
system (`app.transfer.waiting`), and ticks, takes back and gives up by it (`app.transfer.ticks`).
"""
