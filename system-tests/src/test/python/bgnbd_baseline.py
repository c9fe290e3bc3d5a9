#!/usr/bin/env python3
"""Fits BG/NBD to customers in a file, as one would in Python, and prints what it took as JSON.

The file holds three little-endian 32-bit integers for each customer: repeat purchases, days from
the first purchase to the last, days from the first to now. Two fits, each on every customer and on
equal customers together:

  scipy      the likelihood and its gradient in numpy, scipy's L-BFGS-B: the least that a careful
             person would write
  lifetimes  the package of that name (0.11.3), where it can be imported

Needs numpy and scipy. A week is seven days.
"""
import argparse
import json
import time

import numpy as np
from scipy.optimize import minimize
from scipy.special import digamma, gammaln


def negative_log_likelihood(log_parameters, x, recency, age, weights):
    """Per customer, with its gradient (Fader, Hardie, Lee 2005, equation 6)."""
    r, alpha, a, b = np.exp(log_parameters)
    repeat = x > 0
    n = r + x
    log_age = np.log(alpha + age)
    log_recency = np.log(alpha + recency)
    silence = log_age - log_recency
    odds = np.log(a) - np.log(b + np.maximum(x, 1) - 1) + n * silence
    left = np.where(repeat, 1 / (1 + np.exp(-np.clip(odds, -700, 700))), 0)
    drop_out = np.where(repeat, np.logaddexp(0, odds), 0)
    value = (
        gammaln(n) - gammaln(r) + r * np.log(alpha) - n * log_age
        + gammaln(a + b) + gammaln(b + x) - gammaln(b) - gammaln(a + b + x) + drop_out
    )
    both = digamma(a + b) - digamma(a + b + x)
    gradient = np.array([
        r * np.dot(weights, digamma(n) - digamma(r) + np.log(alpha) - log_age + left * silence),
        alpha * np.dot(
            weights,
            r / alpha - n / (alpha + age) + left * n * (1 / (alpha + age) - 1 / (alpha + recency)),
        ),
        a * np.dot(weights, both + left / a),
        b * np.dot(
            weights,
            both + digamma(b + x) - digamma(b) - left / (b + np.maximum(x, 1) - 1),
        ),
    ])
    total = weights.sum()
    return -np.dot(weights, value) / total, -gradient / total


def with_scipy(x, recency, age, weights):
    found = minimize(
        negative_log_likelihood,
        np.log([0.5, 10.0, 0.5, 2.0]),
        args=(x, recency, age, weights),
        jac=True,
        method="L-BFGS-B",
        options={"ftol": 1e-14, "gtol": 1e-9, "maxiter": 500},
    )
    return np.exp(found.x)


def with_lifetimes(x, recency, age, weights):
    from lifetimes import BetaGeoFitter

    fitter = BetaGeoFitter()
    fitter.fit(x, recency, age, weights=weights)
    return np.array([fitter.params_[name] for name in ("r", "alpha", "a", "b")])


def timed(fit, columns, all_columns):
    begun = time.perf_counter()
    parameters = fit(*columns)
    seconds = time.perf_counter() - begun
    value, _ = negative_log_likelihood(np.log(parameters), *all_columns)
    return {
        "seconds": seconds,
        "parameters": [float(p) for p in parameters],
        "meanNegativeLogLikelihood": float(value),
    }


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("file", help="customers, as described above")
    arguments.add_argument(
        "--without-lifetimes", action="store_true", help="even where it can be imported")
    options = arguments.parse_args()

    rows = np.fromfile(options.file, dtype="<i4").reshape(-1, 3)
    grouped, counts = np.unique(rows, axis=0, return_counts=True)

    def columns(table, weights):
        return (
            table[:, 0].astype(np.int64),
            table[:, 1] / 7.0,
            table[:, 2] / 7.0,
            weights.astype(np.int64),
        )

    single = columns(rows, np.ones(len(rows)))
    together = columns(grouped, counts)
    report = {"customers": len(rows), "tuples": len(grouped)}
    fits = {"scipy": with_scipy}
    try:
        import lifetimes

        if not options.without_lifetimes:
            fits["lifetimes"] = with_lifetimes
            report["lifetimesVersion"] = lifetimes.__version__
    except ImportError as missing:
        report["lifetimesMissing"] = str(missing)
    for name, fit in fits.items():
        report[name] = {
            "single": timed(fit, single, together),
            "grouped": timed(fit, together, together),
        }
    print(json.dumps(report))


if __name__ == "__main__":
    main()
