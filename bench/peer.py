"""A process that runs a spaCy pipeline over the bundled documents each time it is asked to (see measure.serve).

It runs in an environment of its own, which has spaCy; the pipeline named on the command line is loaded beforehand.
"""

from __future__ import annotations

import sys

from bench.corpus import bundled
from bench.measure import serve


def main(pipeline: str) -> None:
    import spacy

    nlp = spacy.load(pipeline)
    texts = list(bundled().values())

    def once() -> None:
        for text in texts:
            nlp(text)

    serve(once, requests=sys.stdin, replies=sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1])
