"""The page of the portal's metrics, for tests."""

from dataclasses import dataclass, field

import requests
from prometheus_client.parser import text_string_to_metric_families
from prometheus_client.samples import Sample


@dataclass
class MetricsPage:
    """The metrics page."""

    url: str
    text: str = field(default="", repr=False)

    def sum(self, name: str, **labels: str) -> float:
        """Fetch the page. Return the sum of the samples with this name and these labels, or 0."""
        answer = requests.get(self.url, timeout=30)
        assert answer.status_code == 200
        self.text = answer.text
        return sum(each.value for each in self.samples(name) if labels.items() <= each.labels.items())

    def samples(self, name: str = "") -> list[Sample]:
        """Return all samples of the last page, or those with this name."""
        lines = [line for line in self.text.splitlines() if line.startswith((f"{name}{{", f"{name} ") if name else "")]
        return [each for family in text_string_to_metric_families("\n".join([*lines, ""])) for each in family.samples]
