// graphology's types describe ES modules, while Node loads CommonJS ones: what is typed as `default` is the module itself.
import louvainModule from "graphology-communities-louvain";
import betweennessModule from "graphology-metrics/centrality/betweenness.js";
import pageRankModule from "graphology-metrics/centrality/pagerank.js";
import disparityModule from "graphology-metrics/edge/disparity.js";
import modularityModule from "graphology-metrics/graph/modularity.js";

/** Louvain's method (Blondel et al. 2008). */
export const louvain = louvainModule as unknown as typeof louvainModule.default;

/** Betweenness by Brandes' algorithm (2001). */
export const betweennessCentrality = betweennessModule as unknown as typeof betweennessModule.default;

/** PageRank (Page et al. 1999) by power iteration. */
export const pageRank = pageRankModule as unknown as typeof pageRankModule.default;

/** Score of the disparity filter (Serrano et al. 2009), 0 to 1; low is significant. */
export const disparity = disparityModule as unknown as typeof disparityModule.default;

/** Newman's modularity of a partition. */
export const modularity = modularityModule as unknown as typeof modularityModule.default;
