"""Reads exported networks with the programs that people use, and prints what each found as JSON.

Usage: read_networks.py FOLDER, which holds STEM.gexf, STEM.graphml and so on for each STEM named in stems.txt.
Each reading tells nodes (id or label to name), edges as [source, target, weight, kind], and what it knows of attributes.
"""

import csv
import json
import sys
from pathlib import Path

import igraph
import networkx as nx
import pandas as pd


def main(folder: Path) -> None:
    readings = {}
    for stem in folder.joinpath("stems.txt").read_text().split():
        for extension, program, read in READERS:
            path = folder / f"{stem}{extension}"
            if path.exists():
                readings[f"{program} {stem}{extension}"] = read(path)
    json.dump(readings, sys.stdout, ensure_ascii=True, allow_nan=False)


def from_networkx(graph, name="name", weight="weight"):
    return {
        "directed": graph.is_directed(),
        "nodes": {str(node): data.get(name, data.get("label")) for node, data in graph.nodes(data=True)},
        "nodeAttributes": {str(node): plain(data) for node, data in graph.nodes(data=True)},
        "edges": [[str(a), str(b), data.get(weight), data.get("kind")] for a, b, data in graph.edges(data=True)],
        "edgeAttributes": [plain(data) for _, _, data in graph.edges(data=True)],
        "graph": plain(graph.graph),
    }


def plain(data):
    return {str(key): value for key, value in data.items() if value is not None}


def networkx_gexf(path):
    return from_networkx(nx.read_gexf(path), name="label")


def networkx_graphml(path):
    return from_networkx(nx.read_graphml(path))


def networkx_cytoscape(path):
    return from_networkx(nx.cytoscape_graph(json.loads(path.read_text("utf-8"))))


def networkx_node_link(path):
    return from_networkx(nx.node_link_graph(json.loads(path.read_text("utf-8")), edges="links"))


def networkx_pajek(path):
    graph = nx.read_pajek(path)
    found = from_networkx(graph)
    found["nodes"] = {str(node): str(node) for node in graph}
    found["edges"] = [[a, b, data["weight"], data.get("l")] for a, b, data in graph.edges(data=True)]
    return found


def from_igraph(graph, name, weight="weight"):
    names = graph.vs[name]
    edges = graph.es
    return {
        "directed": graph.is_directed(),
        "nodes": dict(zip(names, graph.vs["name"] if "name" in graph.vs.attributes() else names)),
        "edges": [
            [names[e.source], names[e.target], e[weight], e["kind"] if "kind" in edges.attributes() else None]
            for e in edges
        ],
        "nodeAttributes": {names[v.index]: igraph_plain(v.attributes()) for v in graph.vs},
        "edgeAttributes": [igraph_plain(e.attributes()) for e in edges],
        "graph": {key: str(graph[key]) for key in graph.attributes()},
    }


def igraph_plain(attributes):
    """igraph has no absent values: NaN and empty texts stand for them."""
    return {key: value for key, value in attributes.items() if value == value and value != ""}


def igraph_graphml(path):
    return from_igraph(igraph.Graph.Read_GraphML(str(path)), "id")


def igraph_pajek(path):
    graph = igraph.Graph.Read_Pajek(str(path))
    return from_igraph(graph, "name" if "name" in graph.vs.attributes() else "id")


def igraph_dl(path):
    return from_igraph(igraph.Graph.Read_DL(str(path)), "name")


def pandas_nodes(path):
    frame = pd.read_csv(path, keep_default_na=False)
    return {"columns": list(frame.columns), "rows": frame.astype(str).values.tolist()}


def pandas_edges(path):
    frame = pd.read_csv(path, keep_default_na=False)
    return {
        "columns": list(frame.columns),
        "edges": [
            [row.source, row.target, float(row.weight), row.kind] for row in frame.itertuples(index=False)
        ],
        "graph": {"query": frame["query"].iloc[0] if len(frame) else ""},
    }


def pandas_matrix(path):
    frame = pd.read_csv(path, index_col=0, keep_default_na=False)
    return {
        "rows": list(frame.index),
        "columns": list(frame.columns),
        "values": frame.astype(float).values.tolist(),
        "graph": {"query": frame.index.name},
    }


def csv_statements(path):
    with path.open(encoding="utf-8", newline="") as file:
        return {"rows": list(csv.reader(file))}


READERS = [
    (".gexf", "networkx", networkx_gexf),
    (".graphml", "networkx", networkx_graphml),
    (".graphml", "igraph", igraph_graphml),
    (".cyjs", "networkx", networkx_cytoscape),
    (".json", "networkx", networkx_node_link),
    (".net", "networkx", networkx_pajek),
    (".net", "igraph", igraph_pajek),
    (".dl", "igraph", igraph_dl),
    ("-nodes.csv", "pandas", pandas_nodes),
    ("-edges.csv", "pandas", pandas_edges),
    ("-matrix.csv", "pandas", pandas_matrix),
    ("-statements.csv", "python", csv_statements),
]

if __name__ == "__main__":
    main(Path(sys.argv[1]))
