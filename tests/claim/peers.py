"""Times what Python libraries find in the text on standard input, line by line, and prints JSON: bytes per second, or why not."""

import importlib
import json
import sys
import time

LINES = [line for line in sys.stdin.buffer.read().decode().split("\n") if line.strip()]
SIZE = sum(len(line.encode()) for line in LINES)
ROUNDS = 3


def rate(read):
    """Bytes per second, the median of the rounds; `read` returns on how many lines the library failed."""
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        failed = read()
        times.append(time.perf_counter() - began)
    if failed > len(LINES) / 10:
        return f"it fails on {failed} of {len(LINES)} lines"
    return SIZE / sorted(times)[ROUNDS // 2]


def each(find):
    failed = 0
    for line in LINES:
        try:
            find(line)
        except Exception:
            failed += 1
    return failed


def all_at_once(find):
    find(LINES)
    return 0


def peer(module, read):
    sys.stdout = sys.stderr
    try:
        library = importlib.import_module(module)
        return rate(lambda: read(library))
    except ImportError as error:
        return f"not installed ({error})"
    finally:
        sys.stdout = sys.__stdout__


RESULTS = {
    "cpca-new, places": peer("cpca_new", lambda m: all_at_once(m.transform)),
    "jionlp, money": peer("jionlp", lambda m: each(m.ner.extract_money)),
}
print(json.dumps(RESULTS))
