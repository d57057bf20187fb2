"""RFM scores with NumPy: rfm_numpy.py FOLDER REPETITIONS; prints the median and best milliseconds."""
import sys
import time

import numpy as np

folder, repetitions = sys.argv[1], int(sys.argv[2])
recency = np.fromfile(f"{folder}/recency.i32", "<i4")
orders = np.fromfile(f"{folder}/orders.i32", "<i4")
amount = np.fromfile(f"{folder}/amount.i64", "<i8")
FIFTHS = [0.2, 0.4, 0.6, 0.8]


def reached(values, unit):
    return np.searchsorted(np.quantile(values, FIFTHS) + unit, values, side="right")


def codes():
    r = 4 - reached(recency, 1)
    return (r * 25 + reached(orders, 1) * 5 + reached(amount, 100)).astype("u1")


times = []
for repetition in range(repetitions + 3):
    start = time.perf_counter()
    scores = codes()
    times.append((time.perf_counter() - start) * 1000)

scores.tofile(f"{folder}/rfm_numpy.py.scores")
print(sorted(times[3:])[repetitions // 2], min(times[3:]))
