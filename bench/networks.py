"""Computes the congruence network of votes with networkx and with scipy's sparse product, and prints what each took.

Usage: networks.py VOTES.csv, with the columns actor, target, sign (1 or -1).
"""

import json
import sys
import time

import networkx as nx
import numpy as np
import pandas as pd
from scipy import sparse


def main(path: str) -> None:
    votes = pd.read_csv(path, keep_default_na=False)
    json.dump({"networkx": by_networkx(votes), "scipy": by_scipy(votes)}, sys.stdout)


def by_scipy(votes):
    actors, columns = votes.actor.astype("category").cat.codes, (votes.target + votes.sign.astype(str)).astype("category").cat.codes
    start = time.process_time()
    counts = sparse.csr_matrix((np.ones(len(votes)), (actors, columns)))
    weights = (counts @ counts.T).tolil()
    seconds = time.process_time() - start
    weights.setdiag(0)
    return {"seconds": seconds, "sum": float(weights.sum()) / 2, "edges": int((weights.tocsr() != 0).sum()) // 2}


def by_networkx(votes):
    start = time.process_time()
    graph = nx.Graph()
    units = votes.target + votes.sign.astype(str)
    for actor, unit in zip(votes.actor, units):
        if graph.has_edge(actor, ("unit", unit)):
            graph[actor]["unit", unit]["weight"] += 1
        else:
            graph.add_edge(actor, ("unit", unit), weight=1)

    def weigh(graph, a, b):
        return sum(graph[a][unit]["weight"] * graph[b][unit]["weight"] for unit in set(graph[a]) & set(graph[b]))

    network = nx.bipartite.generic_weighted_projected_graph(graph, set(votes.actor), weight_function=weigh)
    seconds = time.process_time() - start
    return {"seconds": seconds, "sum": network.size(weight="weight"), "edges": network.number_of_edges()}


if __name__ == "__main__":
    main(sys.argv[1])
