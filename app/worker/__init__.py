"""The worker process: it runs the tasks of the schedule (`app.store.worker_tasks`) until it must stop."""
