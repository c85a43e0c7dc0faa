#!/usr/bin/env python3
"""Checks the minutes of a participatory budget against its Pabulib file: check.py MINUTES.json ELECTION.pb [--every-step]

Independent of the engine: Python 3 alone, fractions, the definitions of the rules. It recounts the file and compares winners,
their order, prices, payments, ties, costs. With Add1 it recounts the endowment that decided and the next one; --every-step
recounts all of them (slow). Every rule is covered, envelopes too; ties of equal shares and Phragmen are compared.
"""
import csv, hashlib, io, json, sys
from collections import Counter
from fractions import Fraction as F

def number(text):
    return F(text.replace(",", "."))

def read(raw):
    meta, projects, votes, section, head = {}, {}, [], None, None
    for row in csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=";"):
        row = [cell.strip() for cell in row]
        if not any(row):
            continue
        if row[0].upper() in ("META", "PROJECTS", "VOTES") and not any(row[1:]):
            section, head = row[0].upper(), None
        elif head is None:
            head = row
        elif section == "META":
            meta[row[0]] = row[1]
        else:
            cells = dict(zip(head, row))
            if section == "PROJECTS":
                projects[cells["project_id"]] = number(cells["cost"])
            else:
                votes.append({k: "" if v.lower() == "none" else v for k, v in cells.items()})
    kind, people = meta["vote_type"], []
    for vote in votes:
        chosen = [p for p in vote["vote"].replace(" ", "").split(",") if p]
        points = [number(x) for x in vote.get("points", "").split(",") if x] if kind in ("cumulative", "scoring") else None
        ranks = [F(len(chosen) - 1 - i) for i in range(len(chosen))] if kind == "ordinal" else [F(1)] * len(chosen)
        people.append(tuple(sorted(zip(chosen, points if points is not None else ranks))))
    return number(meta["budget"]), projects, Counter(tuple(dict(one).items()) for one in people)

class Count:
    def __init__(self, minutes, raw):
        self.m = minutes
        self.budget, self.cost, self.ballots = read(raw)
        self.turnout = sum(self.ballots.values())
        kind = minutes["rule"].get("satisfaction", "cardinality")
        gain = {"cost": lambda p, x: self.cost[p], "cardinality": lambda p, x: F(1), "points": lambda p, x: x}[kind]
        self.voters = [({p: gain(p, x) for p, x in ballot}, n) for ballot, n in self.ballots.items()]
        self.votes = Counter()
        for ballot, n in self.ballots.items():
            self.votes.update({p: n for p, _ in ballot})
        order = minutes["ties"]
        key = {"id": lambda p: p, "votes-cost-id": lambda p: (-self.votes[p], self.cost[p], p)}
        self.key = order.index if isinstance(order, list) else key[order]
        self.caps = [(number(e["cap"]), set(e["projects"])) for e in minutes["envelopes"]]

    def fits(self, p, taken, budget=True):
        total = not budget or self.cost[p] + sum(self.cost[q] for q in taken) <= self.budget
        return total and all(self.cost[p] + sum(self.cost[q] for q in taken if q in inside) <= cap
                             for cap, inside in self.caps if p in inside)

    def density(self, p):
        gain = sum(n * g.get(p, 0) for g, n in self.voters)
        return (1, 0) if self.cost[p] == 0 and self.gained(p) else (0, gain / self.cost[p] if self.cost[p] else F(0))

    def gained(self, p):
        return any(g[p] > 0 or self.cost[p] == 0 and self.m["rule"].get("satisfaction") == "cost" for g, _ in self.voters if p in g)

    def greedy(self, taken, worth=None):
        taken, rest = list(taken), [p for p in self.cost if p not in taken]
        worth = worth or {p: self.density(p) for p in rest}
        for p in sorted(sorted(rest, key=self.key), key=worth.get, reverse=True):
            if self.fits(p, taken):
                taken.append(p)
        return taken

    def judgment(self):
        """Each project's grades from the lower median outwards; whoever gave none gave zero."""
        middle = sorted(range(self.turnout), key=lambda i: (abs(2 * i - self.turnout + 1), i))
        given = {p: sorted(x for b, n in self.ballots.items() for x in [dict(b).get(p, F(0))] * n) for p in self.cost}
        return self.greedy([], {p: [given[p][i] for i in middle] for p in self.cost})

    def knapsack(self):
        """For each cost the best value, and of those the set with the earliest projects, as binary digits."""
        items = sorted((p for p in self.cost if self.gained(p)), key=self.key)
        best = {F(0): (F(0), 0)}
        for i, p in enumerate(items):
            gain, bit = sum(n * g.get(p, 0) for g, n in self.voters), 1 << len(items) - i
            more = {c + self.cost[p]: (v + gain, m | bit) for c, (v, m) in best.items() if c + self.cost[p] <= self.budget}
            both, best, top = {c: max(x[c] for x in (best, more) if c in x) for c in {**best, **more}}, {}, F(-1)
            for c in sorted(both):
                if both[c][0] > top:
                    best[c], top = both[c], both[c][0]
        chosen = max(best.values())[1]
        return [p for i, p in enumerate(items) if chosen & 1 << len(items) - i]

    def price(self, p, purses):
        payers = sorted((purses[i] / g[p], purses[i], g[p], n) for i, (g, n) in enumerate(self.voters) if g.get(p, 0) > 0)
        missing, gains = self.cost[p], sum(g * n for _, _, g, n in payers)
        for _, purse, gain, n in payers:
            if missing / gains * gain <= purse:
                return missing / gains
            missing, gains = missing - purse * n, gains - gain * n
        return None

    def equal_shares(self, endowment):
        free = sorted((p for p in self.cost if self.cost[p] == 0 and self.gained(p) and self.fits(p, [], False)), key=self.key)
        taken, rounds, ties = list(free), [], []
        left = [p for p in self.cost if self.cost[p] > 0 and self.gained(p)]
        purses = [endowment] * len(self.voters)
        while True:
            rho = {p: self.price(p, purses) for p in left if self.fits(p, taken, False)}
            left = [p for p in left if rho.get(p) is not None]
            if not left:
                return taken, rounds, ties
            level = sorted((p for p in left if rho[p] == min(rho[q] for q in left)), key=self.key)
            p, paid = level[0], Counter()
            if len(level) > 1:
                ties.append({"after": len(taken), "projects": level})
            for i, (g, n) in enumerate(self.voters):
                if g.get(p, 0) > 0:
                    share = min(purses[i], rho[p] * g[p])
                    purses[i] -= share
                    paid[share] += n
            rounds.append((p, rho[p], paid))
            taken.append(p)
            left.remove(p)

    def phragmen(self):
        loads, taken, rounds, ties = [F(0)] * len(self.voters), [], [], []
        left = [p for p in self.cost if self.votes[p] and self.cost[p] <= self.budget]
        while left := [p for p in left if self.fits(p, taken, False)]:
            new = {p: (self.cost[p] + sum(loads[i] * n for i, (g, n) in enumerate(self.voters) if p in g)) / self.votes[p] for p in left}
            level = sorted((p for p in left if new[p] == min(new.values())), key=self.key)
            if any(self.cost[p] + sum(self.cost[q] for q in taken) > self.budget for p in level):
                break
            p, paid = level[0], Counter()
            if len(level) > 1:
                ties.append({"after": len(taken), "projects": level})
            for i, (g, n) in enumerate(self.voters):
                if p in g:
                    paid[new[p] - loads[i]] += n
                    loads[i] = new[p]
            rounds.append((p, new[p], paid))
            taken.append(p)
            left.remove(p)
        return taken, rounds, ties

    def stop(self, endowment):
        """Why Add1 ends at this endowment, if it does."""
        taken = self.equal_shares(endowment)[0]
        others = [p for p in self.cost if p not in taken and self.gained(p) and self.cost[p] > 0]
        if sum(self.cost[p] for p in taken) > self.budget:
            return "overspent"
        if not others or endowment >= sum(self.cost[p] for p in self.cost if self.gained(p)):
            return "everything"
        exhaustive = self.m["rule"]["completion"]["add1"]["exhaustive"]
        return "exhausted" if exhaustive and not any(self.fits(p, taken) for p in others) else None

    def shares(self, every_step):
        completion, raised = self.m["rule"]["completion"], self.m["raised"]
        start = self.budget / self.turnout
        if completion["add1"]:
            start = F(start.__floor__()) if completion["add1"]["integral"] else start
            step, steps = number(raised["increment"]), raised["steps"]
            for k in range(steps) if every_step else []:
                same(self.stop(start + k * step), None, f"step {k}")
            end = steps + 1 if raised["stop"] == "overspent" else steps
            same(self.stop(start + end * step), raised["stop"], "why endowments stopped")
            start += steps * step
        same(F(self.m["endowment"]), start, "endowment")
        taken, rounds, ties = self.equal_shares(start)
        return (self.greedy(taken) if completion["greedy"] else taken), rounds, ties

    def check(self, every_step):
        name = self.m["rule"]["name"]
        if name in ("equal-shares", "phragmen"):
            winners, rounds, ties = self.shares(every_step) if name == "equal-shares" else self.phragmen()
        else:
            whole = {"greedy": lambda: self.greedy([]), "knapsack": self.knapsack, "majority-judgment": self.judgment}
            winners, rounds, ties = whole[name](), [], None
        compared = self.m["compared"]
        if compared:
            wants = lambda taken, b: min(sum(p in taken for p, _ in b), 1 if self.m["comparison"] == "represented" else len(b))
            other = self.greedy([])
            better = [sum(n for b, n in self.ballots.items() if wants(x, b) > wants(y, b)) for x, y in ((winners, other), (other, winners))]
            same([compared["for_rule"], compared["for_greedy"]], better, "voters who prefer each outcome")
            winners, rounds, ties = (other, [], None) if better[1] > better[0] else (winners, rounds, ties)
        same([w["project"] for w in self.m["winners"]], winners, "winners in order")
        same(number(self.m["cost"]), sum((self.cost[p] for p in winners), F(0)), "total cost")
        same([r["project"] for r in self.m["rounds"]], [p for p, _, _ in rounds], "rounds")
        for told, (p, rho, paid) in zip(self.m["rounds"], rounds):
            same(F(told["rho"]), rho, f"price of {p}")
            same({F(a): n for a, n in told["payments"]}, dict(paid), f"payments for {p}")
            same(sum(F(a) * n for a, n in told["payments"]), self.cost[p], f"sum of payments for {p}")
        if ties is not None:
            same([t for t in self.m["ties_met"] if t["after"] < len(rounds) + sum(w["step"] == "free" for w in self.m["winners"])], ties, "ties")

def same(told, found, what):
    if told != found:
        sys.exit(f"DIFFERS: {what}\n  minutes: {told}\n  recount: {found}")

if __name__ == "__main__":
    arguments = [a for a in sys.argv[1:] if a != "--every-step"]
    minutes, raw = json.load(open(arguments[0], encoding="utf-8")), open(arguments[1], "rb").read()
    same(minutes["input_sha256"], hashlib.sha256(raw).hexdigest(), "fingerprint of the file")
    count = Count(minutes, raw)
    same(number(minutes["budget"]), count.budget, "budget")
    same(minutes["turnout"], count.turnout, "turnout")
    count.check("--every-step" in sys.argv)
    print(f"Right: {len(minutes['winners'])} winners, {len(minutes['rounds'])} rounds recounted.")
