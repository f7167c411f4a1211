"""Computes the congruence network of votes with networkx and with scipy's sparse product, and prints what each took.

Usage: networks.py VOTES.csv ROUNDS; the table has the columns actor, target, sign (1 or -1), and the best round of scipy counts.
"""

import json
import sys
import time

import networkx as nx
import numpy as np
import pandas as pd
from scipy import sparse


def main(path: str, rounds: int) -> None:
    votes = pd.read_csv(path, keep_default_na=False)
    actors = votes.actor.astype("category").cat.codes
    units = (votes.target + votes.sign.astype(str)).astype("category").cat.codes
    best = min((by_scipy(actors, units) for _ in range(rounds)), key=lambda one: one["seconds"])
    json.dump({"networkx": by_networkx(actors, units), "scipy": best}, sys.stdout)


def by_scipy(actors, units):
    start = time.process_time()
    counts = sparse.csr_matrix((np.ones(len(actors)), (actors, units)))
    weights = counts @ counts.T
    seconds = time.process_time() - start
    weights.setdiag(0)
    weights.eliminate_zeros()
    return {"seconds": seconds, "sum": float(weights.sum()) / 2, "edges": weights.nnz // 2}


def by_networkx(actors, units):
    """An actor votes once on a roll call, so that the weight of two actors is how many units they share; units are below 0."""
    start = time.process_time()
    graph = nx.Graph((int(actor), -1 - int(unit)) for actor, unit in zip(actors, units))
    network = nx.bipartite.weighted_projected_graph(graph, {int(actor) for actor in actors})
    seconds = time.process_time() - start
    return {"seconds": seconds, "sum": network.size(weight="weight"), "edges": network.number_of_edges()}


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
