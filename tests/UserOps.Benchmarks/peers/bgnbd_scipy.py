"""BG/NBD fit with SciPy's Nelder-Mead: bgnbd_scipy.py FOLDER REPETITIONS; prints the median and best milliseconds.

The likelihood is the same (log space, log-sum-exp, logarithms of the parameters) over the same grouped rows; rows.csv holds count, x, tx and T in weeks.
"""
import sys
import time

import numpy as np
from scipy.optimize import minimize
from scipy.special import gammaln

folder, repetitions = sys.argv[1], int(sys.argv[2])
n, x, tx, age = np.loadtxt(f"{folder}/rows.csv", delimiter=",").T
repeat = x > 0
safe_x = np.maximum(x, 1)


def negative(logs):
    r, alpha, a, b = np.exp(logs)
    constant = gammaln(r + x) - gammaln(r) + r * np.log(alpha) + gammaln(b + x) - gammaln(a + b + x) - gammaln(b) + gammaln(a + b)
    alive = -(r + x) * np.log(alpha + age)
    gone = np.where(repeat, np.log(a) - np.log(b + safe_x - 1) - (r + x) * np.log(alpha + tx), -np.inf)
    return -np.sum(n * (constant + np.logaddexp(alive, gone)))


times = []
for repetition in range(repetitions + 3):
    start = time.perf_counter()
    found = minimize(negative, np.zeros(4), method="Nelder-Mead", options={"maxiter": 5000})
    times.append((time.perf_counter() - start) * 1000)

np.savetxt(f"{folder}/bgnbd_scipy.py.scores", [*np.exp(found.x), -found.fun])
print(sorted(times[3:])[repetitions // 2], min(times[3:]))
