"""Many generated histories of the engine against a misbehaving AgentOS, in one process and on a virtual clock.

The engine is the real one: the decision, the recognition, the handlers, `submit`, `DeliveryWorker`, and the ledger of
submissions on SQLite. AgentOS, the mirror, the disk and the clocks are models. One seed defines one
history.

- `plan` is the plan of a history: requests, faults, and AgentOS's storage and responses. `draw` draws it from a seed.
- `world` has virtual time, processes that crash and freeze, and the story.
- `agentos` is the model of AgentOS. `portal_parts` has models of the other parts that the engine needs.
- `history` runs a plan. `promises` checks the portal's guarantees afterwards. `shrink` makes a failing plan small.
- `sentences` compares what the portal says with the truth. `liveness` checks the reasons for reviews and waits.
- `quick_database` runs the SQL.
- `mutants` lists one-line errors that the simulation or a test must find.

Reading a story: `make simulate` prints a story for each history that breaks a guarantee, after removing every fault and
request that the failure does not need:

    seed 4711: doubled: submission 1 has 2 effects
       10.00  phone     sends note 1 for JOB-1, to be answered later
       10.13  web1      write 1 for submission 1: the connection is cut; it takes effect 97.0 s later
       12.40  worker1   reads JOB-1: 1 notes
       ...

A line has the virtual time in seconds, the actor, and the action. `web1` and `worker1` are processes, `phone` is a
person's client, `AgentOS` acts by itself. To run the history again:
`python -m tests.simulation --seed 4711 --histories 1 --story`.
"""
