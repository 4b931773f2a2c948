package cn.zhengxun.process;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengxun.process.ModelFiles.Drawing;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A model is drawn to be read: complete, nothing crosses, no label lies on a line. */
class DrawingTest {

    /** One drawn sequence flow. */
    private record Edge(String id, List<Point2D> points) {
        List<Line2D> segments() {
            List<Line2D> lines = new ArrayList<>();
            for (int i = 1; i < points.size(); i++) {
                lines.add(new Line2D.Double(points.get(i - 1), points.get(i)));
            }
            return lines;
        }

        boolean endsAt(Point2D point) {
            return points.get(0).equals(point) || points.get(points.size() - 1).equals(point);
        }
    }

    private record Box(String id, Rectangle2D bounds) {}

    static Stream<Drawing> drawings() {
        return ModelFiles.drawings();
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void every_node_and_every_flow_is_drawn_and_every_outside_name_has_its_place(Drawing drawing) {
        for (FlowNode node : drawing.model().getModelElementsByType(FlowNode.class)) {
            assertThat(node.getDiagramElement()).as(node.getId()).isInstanceOf(BpmnShape.class);
        }
        for (SequenceFlow flow : drawing.model().getModelElementsByType(SequenceFlow.class)) {
            assertThat(flow.getDiagramElement()).as(flow.getId()).isNotNull();
            if (flow.getName() != null) {
                assertThat(flow.getDiagramElement().getBpmnLabel())
                        .as("label of " + flow.getId())
                        .isNotNull();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void lines_run_straight_or_at_right_angles(Drawing drawing) {
        for (Edge edge : edges(drawing)) {
            assertThat(edge.segments())
                    .allSatisfy(line -> assertThat(line.getX1() == line.getX2() || line.getY1() == line.getY2())
                            .as(edge.id())
                            .isTrue());
        }
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void no_two_lines_cross_or_run_upon_each_other(Drawing drawing) {
        List<Edge> edges = edges(drawing);
        for (int i = 0; i < edges.size(); i++) {
            for (Edge other : edges.subList(i + 1, edges.size())) {
                assertThat(meet(edges.get(i), other))
                        .as(edges.get(i).id() + " and " + other.id())
                        .isFalse();
            }
        }
    }

    /** Whether two lines meet anywhere but in a common end. */
    private static boolean meet(Edge one, Edge other) {
        for (Line2D a : one.segments()) {
            for (Line2D b : other.segments()) {
                if (a.intersectsLine(b) && !onlyInACommonEnd(one, a, other, b)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean onlyInACommonEnd(Edge one, Line2D a, Edge other, Line2D b) {
        boolean parallel = (a.getX1() == a.getX2()) == (b.getX1() == b.getX2());
        Point2D common = Stream.of(a.getP1(), a.getP2())
                .filter(point -> one.endsAt(point) && other.endsAt(point))
                .findFirst()
                .orElse(null);
        return common != null && (!parallel || !a.intersectsLine(beyond(common, b)));
    }

    /** The line without its first unit at the given end, to tell touching from overlapping. */
    private static Line2D beyond(Point2D end, Line2D line) {
        Point2D far = line.getP1().equals(end) ? line.getP2() : line.getP1();
        return new Line2D.Double(
                end.getX() + Math.signum(far.getX() - end.getX()),
                end.getY() + Math.signum(far.getY() - end.getY()),
                far.getX(),
                far.getY());
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void no_line_passes_through_a_shape(Drawing drawing) {
        for (Box shape : shapes(drawing)) {
            for (Edge edge : edges(drawing)) {
                assertThat(edge.segments())
                        .as(edge.id() + " through " + shape.id())
                        .noneMatch(line -> line.intersects(inner(shape.bounds())));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void no_label_lies_on_a_line_a_shape_or_another_label(Drawing drawing) {
        List<Box> labels = labels(drawing);
        for (int i = 0; i < labels.size(); i++) {
            Box label = labels.get(i);
            for (Edge edge : edges(drawing)) {
                assertThat(edge.segments())
                        .as(edge.id() + " through the label of " + label.id())
                        .noneMatch(line -> line.intersects(label.bounds()));
            }
            for (Box shape : shapes(drawing)) {
                boolean diamond = shape.id().startsWith("gateway_");
                Rectangle2D taken = diamond ? kernel(shape.bounds()) : inner(shape.bounds());
                assertThat(taken.intersects(label.bounds()))
                        .as("label of " + label.id() + " upon " + shape.id())
                        .isFalse();
            }
            for (Box other : labels.subList(i + 1, labels.size())) {
                assertThat(other.bounds().intersects(label.bounds()))
                        .as("labels of " + label.id() + " and " + other.id())
                        .isFalse();
            }
        }
    }

    @Test
    void the_ten_steps_stand_in_one_line_from_left_to_right() {
        Drawing frame = drawings()
                .filter(d -> d.process().getId().equals("consultation"))
                .findFirst()
                .orElseThrow();
        List<Bounds> steps = frame.model().getModelElementsByType(CallActivity.class).stream()
                .map(call -> ((BpmnShape) call.getDiagramElement()).getBounds())
                .toList();
        assertThat(steps).extracting(Bounds::getX).isSorted().hasSize(10);
        assertThat(steps).extracting(Bounds::getY).containsOnly(steps.get(0).getY());
    }

    private static List<Edge> edges(Drawing drawing) {
        return drawing.model().getModelElementsByType(BpmnEdge.class).stream()
                .map(edge -> new Edge(
                        edge.getBpmnElement().getId(),
                        edge.getWaypoints().stream()
                                .<Point2D>map(point -> new Point2D.Double(point.getX(), point.getY()))
                                .toList()))
                .toList();
    }

    /** Every shape but the frames of subprocesses, which hold others. */
    private static List<Box> shapes(Drawing drawing) {
        return drawing.model().getModelElementsByType(BpmnShape.class).stream()
                .filter(shape -> !(shape.getBpmnElement() instanceof SubProcess))
                .map(shape -> new Box(shape.getBpmnElement().getId(), rectangle(shape.getBounds())))
                .toList();
    }

    private static List<Box> labels(Drawing drawing) {
        List<Box> labels = new ArrayList<>();
        for (BpmnShape shape : drawing.model().getModelElementsByType(BpmnShape.class)) {
            addLabel(labels, shape.getBpmnElement().getId(), shape.getBpmnLabel());
        }
        for (BpmnEdge edge : drawing.model().getModelElementsByType(BpmnEdge.class)) {
            addLabel(labels, edge.getBpmnElement().getId(), edge.getBpmnLabel());
        }
        return labels;
    }

    private static void addLabel(List<Box> labels, String id, BpmnLabel label) {
        if (label != null) {
            labels.add(new Box(id, rectangle(label.getBounds())));
        }
    }

    private static Rectangle2D rectangle(Bounds bounds) {
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }

    /** Without the border, where lines begin and end. */
    private static Rectangle2D inner(Rectangle2D box) {
        return new Rectangle2D.Double(box.getX() + 1, box.getY() + 1, box.getWidth() - 2, box.getHeight() - 2);
    }

    /** The square inside a diamond. */
    private static Rectangle2D kernel(Rectangle2D box) {
        return new Rectangle2D.Double(
                box.getX() + box.getWidth() / 4,
                box.getY() + box.getHeight() / 4,
                box.getWidth() / 2,
                box.getHeight() / 2);
    }
}
