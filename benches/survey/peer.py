"""The tasks of `benches/src/survey.rs` with svy (PyPI): `peer.py TASK SAMPLE.csv TARGETS.json`, one JSON line out.

Seconds are of the processor, all threads, without reading the file. The file holds a weight `w`, a stratum `s`, five
margins `m0`…`m4` and forty questions `q0`…`q39`.
"""

import json
import resource
import sys
import time

import polars as pl
import svy

task, sample, targets = sys.argv[1], sys.argv[2], json.load(open(sys.argv[3]))
frame = pl.read_csv(sample).with_row_index("u")
controls = {f"m{i}": dict(enumerate(totals)) for i, totals in enumerate(targets)}
questions = [f"q{i}" for i in range(40)]


def designed(**more):
    return svy.Sample(frame, svy.Design(stratum="s", wgt="w", **more))


def raked(design):
    return design.weighting.rake(controls=controls, tol=1e-9)


def rake():
    design = designed()
    return lambda: raked(design)


def linearised():
    design = raked(designed())
    # One call a question: the call that takes a list leaves the raking term out of the variance.
    return lambda: [design.estimation.mean(one) for one in questions]


def replicates():
    # Each answer is its own primary unit: the bootstrap asks for one by name.
    design = designed(psu="u")

    def run():
        replicated = design.weighting.create_bs_wgts(n_reps=200, rstate=1) or design
        again = raked(replicated)
        return [again.estimation.mean(one, method="replication") for one in questions]

    return run


run = {"rake": rake, "linearised": linearised, "replicates": replicates}[task]()
started = time.process_time()
run()
seconds = time.process_time() - started
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(json.dumps({"seconds": seconds, "megabytes": peak, "version": svy.__version__}))
