"""Many made-up histories of the engine against an AgentOS that misbehaves, in one process and on a virtual clock.

The engine is the real one: the decision, the recognition, the handlers, `submit`, `DeliveryWorker`, and the ledger (on
SQLite, or in memory). AgentOS, the mirror, the disk and the clocks are models. One seed defines one history.

- `plan` draws what happens in a history: requests, faults, and how AgentOS stores and answers.
- `world` has virtual time, processes that crash and freeze, and the story.
- `agentos` is the model of AgentOS, `portal_parts` the other parts that the engine is given.
- `memory_ledger` is the ledger without a database.
- `history` runs a plan and checks the promises of page 4. `shrink` makes a failing plan small.
- `mutants` lists one-line errors that the simulation or a test must find.

How to read a story. `make simulate` prints one for each history that breaks a promise, after removing every fault and
request that the failure does not need:

    seed 4711: doubled: submission 1 has 2 effects
       10.00  phone     sends note 1 for JOB-1, to be answered later
       10.13  web1      write 1 for submission 1: the connection is cut; it takes effect 97.0 s later
       12.40  worker1   reads JOB-1: 1 notes
      ...

A line has the virtual time in seconds, who acts, and what happens. `web1` and `worker1` are processes, `phone` is a
person's client, `AgentOS` acts by itself. Run it again with
`python -m tests.simulation --seed 4711 --histories 1 --story`.
"""
