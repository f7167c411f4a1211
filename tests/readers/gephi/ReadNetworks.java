import java.io.File;
import java.nio.charset.StandardCharsets;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Interval;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.types.IntervalSet;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.EdgeMergeStrategy;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/** Opens networks in Gephi's own engine, as its users do, and prints what it holds of each as JSON. */
public class ReadNetworks {
    public static void main(String[] files) throws Exception {
        Logger.getLogger("").setLevel(Level.OFF);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
        projects.newProject();
        List<String> readings = new ArrayList<>();
        for (String file : files) {
            Workspace workspace = projects.newWorkspace(projects.getCurrentProject());
            projects.openWorkspace(workspace);
            readings.add(quote(new File(file).getName()) + ":" + read(new File(file), workspace));
        }
        out.println("{" + String.join(",", readings) + "}");
        System.exit(0);
    }

    private static String read(File file, Workspace workspace) throws Exception {
        ImportController imports = Lookup.getDefault().lookup(ImportController.class);
        Container container = imports.importFile(file);
        container.getLoader().setEdgesMergeStrategy(EdgeMergeStrategy.SUM);
        List<String> issues = new ArrayList<>();
        for (Issue issue : container.getReport().getIssuesList(1000)) issues.add(quote(issue.getMessage()));
        imports.process(container, new DefaultProcessor(), workspace);
        GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
        Graph graph = model.getGraph();
        List<String> nodes = new ArrayList<>();
        for (Node node : graph.getNodes()) {
            nodes.add("{\"id\":" + quote(node.getId()) + ",\"label\":" + quote(node.getLabel())
                + ",\"colour\":[" + Math.round(node.r() * 255) + "," + Math.round(node.g() * 255) + "," + Math.round(node.b() * 255) + "]"
                + ",\"attributes\":" + attributes(node) + ",\"spells\":" + spells(node) + "}");
        }
        List<String> edges = new ArrayList<>();
        for (Edge edge : graph.getEdges()) {
            edges.add("{\"source\":" + quote(edge.getSource().getId()) + ",\"target\":" + quote(edge.getTarget().getId())
                + ",\"weight\":" + edge.getWeight() + ",\"kind\":" + quote(edge.getTypeLabel())
                + ",\"directed\":" + edge.isDirected()
                + ",\"attributes\":" + attributes(edge) + ",\"spells\":" + spells(edge) + "}");
        }
        return "{\"nodes\":[" + String.join(",", nodes) + "],\"edges\":[" + String.join(",", edges)
            + "],\"issues\":[" + String.join(",", issues) + "]}";
    }

    private static String attributes(Element element) {
        List<String> values = new ArrayList<>();
        for (Column column : element.getAttributeColumns()) {
            Object value = element.getAttribute(column);
            if (column.isProperty() || value == null) continue;
            String text = value instanceof Number ? value.toString() : quote(value.toString());
            values.add(quote(column.getTitle()) + ":" + text);
        }
        return "{" + String.join(",", values) + "}";
    }

    private static String spells(Element element) {
        Object set = element.getAttribute("timeset");
        List<String> spells = new ArrayList<>();
        if (set instanceof IntervalSet) {
            for (Interval interval : ((IntervalSet) set).toArray()) {
                spells.add("[" + number(interval.getLow()) + "," + number(interval.getHigh()) + "]");
            }
        }
        return "[" + String.join(",", spells) + "]";
    }

    private static String number(double time) {
        return Double.isInfinite(time) ? "null" : String.valueOf((long) time);
    }

    private static String quote(Object value) {
        if (value == null) return "null";
        StringBuilder text = new StringBuilder("\"");
        for (char c : value.toString().toCharArray()) {
            if (c == '"' || c == '\\') text.append('\\').append(c);
            else if (c < 32) text.append(String.format("\\u%04x", (int) c));
            else text.append(c);
        }
        return text.append('"').toString();
    }
}
