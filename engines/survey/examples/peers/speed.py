"""Peer of the example `speed`: svy (PyPI), same shapes of data. python speed.py UNITS"""
import sys, time, resource
import numpy as np, polars as pl, svy
n = int(float(sys.argv[1])); g = np.random.default_rng(20261); counts = [2, 6, 8, 31, 5]
x = {"w": np.exp(.5 * g.normal(size=n)), "stratum": g.integers(0, 20, n).astype(str)}
controls = {}
for k, c in enumerate(counts, 1):
    codes = np.minimum((g.random(n) ** 2 * c).astype(int), c - 1)
    x[f"m{k}"] = codes.astype(str)
    t = np.bincount(codes, x["w"], c) * g.uniform(.9, 1.1, c)
    controls[f"m{k}"] = {str(i): float(v) for i, v in enumerate(t / t.sum() * x["w"].sum())}
for q in range(40): x[f"q{q}"] = (g.random(n) < .3 + .01 * q).astype(float)
s = svy.Sample(pl.DataFrame(x), svy.Design(stratum="stratum", wgt="w"))
def cpu(f):
    t = time.process_time(); r = f(); return time.process_time() - t, r
t, s = cpu(lambda: s.weighting.rake(controls=controls, tol=1e-9)); print("rake", round(t, 3), "s")
t, _ = cpu(lambda: [s.estimation.mean(f"q{q}") for q in range(40)]); print("linearised, 40 questions", round(t, 3), "s")
print("peak", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, "MB")
