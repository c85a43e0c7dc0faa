"""CPU seconds of pabutools on one file, reading included: peer.py RULE FILE. The last line is JSON."""

import json
import sys
import time

from pabutools.election import Additive_Cardinal_Sat, Cardinality_Sat, Cost_Sat, parse_pabulib
from pabutools.rules import greedy_utilitarian_welfare, method_of_equal_shares, sequential_phragmen
from pabutools.rules.exhaustion import completion_by_rule_combination
from pabutools.tiebreaking import lexico_tie_breaking

rule, path = sys.argv[1:3]
name, _, word = rule.rpartition("-") if "-" in rule else (rule, "", "")
sat = {"cost": Cost_Sat, "card": Cardinality_Sat, "score": Additive_Cardinal_Sat}.get(word)


def count():
    instance, profile = parse_pabulib(path)
    if name == "phragmen":
        return sequential_phragmen(instance, profile, tie_breaking=lexico_tie_breaking)
    if name == "greedy":
        return greedy_utilitarian_welfare(instance, profile, sat_class=sat, tie_breaking=lexico_tie_breaking)
    shares = {"sat_class": sat, "tie_breaking": lexico_tie_breaking}
    if name == "mes":
        return method_of_equal_shares(instance, profile, **shares)
    raised = {"voter_budget_increment": 1} if name == "mes_add1u" else {}
    return completion_by_rule_combination(
        instance, profile, [method_of_equal_shares, greedy_utilitarian_welfare], [{**shares, **raised}, shares]
    )


started = time.process_time()
winners = sorted(str(project) for project in count())
seconds = time.process_time() - started
with open("/proc/self/status", encoding="utf-8") as status:
    peak = next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM"))
print(json.dumps({"seconds": seconds, "megabytes": peak, "winners": len(winners)}))
