#!/usr/bin/env python3
"""Computes the chances of the verdict anew from bench/verdict-inputs.json and compares them with what fulcrum answered.

Written from the rule in docs/insights/signals.md, not from the code: no quadrature of its own is shared, and the normal
distribution comes from the standard library. Run: python3 bench/verdict-check.py [FILE]
"""
import itertools
import json
import math
import sys
from statistics import NormalDist

NORMAL = NormalDist()
TAU, RHO_SIGNAL, RHO_FACET = 0.3, 0.3, 0.5
KAPPA = 1 / TAU**2
PRIORS = (0.15, 0.25, 0.4)
ANSWERS = ("needed", "soon", "not-yet")


def hermite_rule(n=21):
    """Nodes and weights for the standard normal density: eigenvalues of the Jacobi matrix, by Sturm bisection."""

    def below(x):  # eigenvalues below x of the tridiagonal matrix with 0 on the diagonal and sqrt(i) beside it
        count, d = 0, -x
        for i in range(n):
            if i:
                d = -x - i / (d or 1e-300)
            count += d < 0
        return count

    def weight(x):  # 1 / sum of squares of the orthonormal polynomials below degree n
        p0, p1, total = 0.0, 1.0, 1.0
        for k in range(1, n):
            p0, p1 = p1, (x * p1 - math.sqrt(k - 1) * p0) / math.sqrt(k)
            total += p1 * p1
        return 1 / total

    rule = []
    for k in range(n):
        low, high = -12.0, 12.0
        for _ in range(200):
            middle = (low + high) / 2
            low, high = (middle, high) if below(middle) <= k else (low, middle)
        rule.append(((low + high) / 2, weight((low + high) / 2)))
    return rule


RULE = hermite_rule()


def cdf(x):
    return 0.5 * math.erfc(-x / math.sqrt(2))


def count_chances(things, rho):
    """P(N = n) of things (prior, likelihood ratio) that share a factor on their priors."""
    total, out = 0.0, [0.0] * (len(things) + 1)
    for z, weight in RULE:
        product, distribution = weight, [1.0]
        for prior, ratio in things:
            p = cdf((NORMAL.inv_cdf(prior) - math.sqrt(rho) * z) / math.sqrt(1 - rho))
            m = 1 - p + p * ratio
            product *= m
            q = p * ratio / m
            longer = [0.0] * (len(distribution) + 1)
            for n, chance in enumerate(distribution):
                longer[n] += chance * (1 - q)
                longer[n + 1] += chance * q
            distribution = longer
        total += product
        for n, chance in enumerate(distribution):
            out[n] += product * chance
    return [one / total for one in out]


def facet_prior(count, prior, cache={}):
    key = (count, prior)
    if key not in cache:
        low, high = 1e-9, prior
        for _ in range(80):
            middle = (low + high) / 2
            any_of = 1 - count_chances([(middle, 1.0)] * count, RHO_FACET)[0]
            low, high = (middle, high) if any_of < prior else (low, middle)
        cache[key] = prior if count == 1 else (low + high) / 2
    return cache[key]


def facet_evidence(witnesses):
    """L over those that speak for it less L over those that speak against it, and the mass."""
    sides, mass = {1: [], -1: []}, 0.0
    for one in witnesses:
        r = KAPPA * (one["score"] - 0.5) / (1 + KAPPA * one["sigma"] ** 2)
        w = one["coverage"] * (one["reliabilityFor"] if one["score"] >= 0.5 else one["reliabilityAgainst"])
        mass += w
        if r != 0 and w > 0:
            sides[1 if r > 0 else -1].append((w, abs(r)))
    sums = {}
    for sign, spoken in sides.items():
        best = 0.0
        for size in range(1, len(spoken) + 1):
            for chosen in itertools.combinations(spoken, size):
                weights = [w for w, _ in chosen]
                best = max(best, sum(w * r for w, r in chosen) / (1 + 0.5 * (sum(weights) / max(weights) - 1)))
        sums[sign] = best
    return sums[1] - sums[-1], min(1.0, mass)


def judge(organisation, extra=None):
    """`extra`: (signal id, facet id, evidence, mass) of a witness that was had besides."""
    judged = {}
    for prior in PRIORS:
        signals = []
        for signal in organisation["signals"]:
            each = facet_prior(len(signal["facets"]), prior)
            facets = []
            for facet in signal["facets"]:
                evidence, mass = facet_evidence(facet["witnesses"])
                if extra and extra[0] == signal["id"] and extra[1] == facet["id"]:
                    evidence, mass = evidence + extra[2], min(1.0, mass + extra[3])
                odds = each / (1 - each) * math.exp(evidence)
                facets.append({"id": facet["id"], "evidence": evidence, "mass": mass, "q": odds / (1 + odds)})
            none = count_chances([(each, math.exp(one["evidence"])) for one in facets], RHO_FACET)[0]
            condition = signal["condition"]
            signals.append(
                {
                    "id": signal["id"],
                    "prior": prior * (1 if condition is None else 0.5),
                    "chance": (1 - none) * (1 if condition is None else condition),
                    "facets": facets,
                }
            )
        ratios = []
        for one in signals:
            chance = min(1 - 1e-12, one["chance"])
            ratios.append((one["prior"], chance / (1 - chance) / (one["prior"] / (1 - one["prior"]))))
        counts = count_chances(ratios, RHO_SIGNAL)
        k = min(4, max(2, 4 - 2 / 3 * math.log2(max(1, organisation["teams"]) / 4)))
        reach = lambda at: sum(p * min(1, max(0, n - at + 1)) for n, p in enumerate(counts))
        needed, more = reach(k), reach(k / 2)
        chances = {"needed": needed, "soon": max(0, more - needed), "not-yet": 1 - more}
        judged[prior] = {"signals": signals, "counts": counts, "chances": chances, "k": k}
    masses = [facet["mass"] for one in judged[0.25]["signals"] for facet in one["facets"]]
    mean = sum(masses) / len(masses)
    leaning = median_answer(judged[0.25]["chances"])
    steady = all(judged[prior]["chances"][leaning] > 0.5 for prior in PRIORS)
    answer = (
        "filled"
        if organisation["isFilled"]
        else "not-looked-at"
        if mean < 0.1
        else leaning
        if mean >= 0.5 and steady
        else "undecided"
    )
    return {"judged": judged, "mean": mean, "leaning": leaning, "answer": answer}


def median_answer(chances):
    """The median of the three in their order; a tie goes to the less urgent."""
    cumulated = 0
    for one in ANSWERS:
        cumulated += chances[one]
        if cumulated > 0.5:
            return one
    return ANSWERS[-1]


def entropy(chances):
    return -sum(p * math.log2(p) for p in chances.values() if p > 0)


def said(found):
    """The answer that was given; looking at more without coming to one is none."""
    return None if found["answer"] in ("undecided", "not-looked-at") else found["answer"]


def worth(organisation, now, one):
    """Bits that a witness takes away, and the chance that the answer is another one."""
    trust, sigma = (one["reliabilityFor"] + one["reliabilityAgainst"]) / 2, 0.5 / math.sqrt(8 + 3)
    told = trust * KAPPA / 2 / (1 + KAPPA * sigma**2)
    a = 1 / (1 + math.exp(-told))
    signal = next(s for s in now["judged"][0.25]["signals"] if s["id"] == one["signalId"])
    q = next(f["q"] for f in signal["facets"] if f["id"] == one["facetId"])
    plus = q * a + (1 - q) * (1 - a)
    bits, change = entropy(now["judged"][0.25]["chances"]), 0.0
    for chance, evidence in ((plus, told), (1 - plus, -told)):
        after = judge(organisation, (one["signalId"], one["facetId"], evidence, trust))
        bits -= chance * entropy(after["judged"][0.25]["chances"])
        if (said(after), after["leaning"]) != (said(now), now["leaning"]):
            change += chance
    return bits, change


def main(path):
    worst, wrong = 0.0, []
    for organisation in json.load(open(path))["organisations"]:
        said, found = organisation["answered"], judge(organisation)
        main_prior = found["judged"][0.25]
        pairs = [(said["chances"][one], main_prior["chances"][one]) for one in ANSWERS]
        pairs += [(a["chances"][one], found["judged"][a["prior"]]["chances"][one]) for a in said["atPriors"] for one in ANSWERS]
        pairs += list(zip(said["counts"], main_prior["counts"]))
        pairs += [(a["chance"], b["chance"]) for a, b in zip(said["signals"], main_prior["signals"])]
        pairs += [(said["neededFrom"], main_prior["k"]), (said["evidenceMass"], found["mean"])]
        by_id = {one["id"]: one for one in organisation["obtainable"]}
        for step in said["nextSteps"]:
            pairs += list(zip((step["bits"], step["changeChance"]), worth(organisation, found, by_id[step["id"]])))
        off = max(abs(a - b) for a, b in pairs)
        worst = max(worst, off)
        if (said["answer"], said["leaning"]) != (found["answer"], found["leaning"]):
            wrong.append(organisation["name"])
        print(f"{organisation['name']:20} {found['answer']:14} leaning {found['leaning']:8} off by {off:.1e} in {len(pairs)} figures")
    print(f"largest difference {worst:.1e}; answers that differ: {', '.join(wrong) or 'none'}")
    return 0 if worst < 1e-6 and not wrong else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "bench/verdict-inputs.json"))
