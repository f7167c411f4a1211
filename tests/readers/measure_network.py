"""Measures weighted graphs with networkx, for comparison.

Reads a list of {"edges": [[a, b, weight], ...], "communities": {a: 1, ...}} from standard input, where the word "karate" may
stand for the edges of Zachary's karate club, and prints the measures of each as JSON.
"""

import itertools
import json
import sys

import networkx as nx


def main() -> None:
    given = json.load(sys.stdin)
    json.dump([measure(read_graph(one["edges"]), one.get("communities", {})) for one in given], sys.stdout)


def read_graph(edges):
    if edges == "karate":
        return nx.relabel_nodes(nx.karate_club_graph(), str)
    graph = nx.Graph()
    graph.add_weighted_edges_from(edges)
    return graph


def measure(graph, communities):
    return {
        "edges": [[a, b, weight] for a, b, weight in graph.edges(data="weight")],
        "degree": dict(graph.degree()),
        "strength": dict(graph.degree(weight="weight")),
        "betweenness": nx.betweenness_centrality(graph),
        "pageRank": nx.pagerank(graph, alpha=0.85, tol=1e-14, max_iter=10_000),
        "modularity": modularity(graph, communities),
        "disparity": [[a, b, disparity(graph, a, b)] for a, b in graph.edges()],
        "bestDivision": best_division(graph) if len(graph) <= 12 else None,
    }


def modularity(graph, communities):
    if not communities:
        return None
    groups = [{node for node in graph if communities[node] == label} for label in set(communities.values())]
    return nx.community.modularity(graph, groups)


def disparity(graph, a, b):
    def score(node):
        share = graph[a][b]["weight"] / graph.degree(node, weight="weight")
        return (1 - share) ** (graph.degree(node) - 1)

    return min(score(a), score(b))


def best_division(graph):
    """Tries every division into two."""
    nodes = list(graph)
    best = 0.0
    for size in range(1, len(nodes) // 2 + 1):
        for camp in itertools.combinations(nodes, size):
            best = max(best, nx.community.modularity(graph, [set(camp), set(nodes) - set(camp)]))
    return best


if __name__ == "__main__":
    main()
