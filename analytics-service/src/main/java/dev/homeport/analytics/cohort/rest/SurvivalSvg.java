package dev.homeport.analytics.cohort.rest;

import dev.homeport.analytics.cohort.Scope;
import dev.homeport.analytics.cohort.Survival;
import dev.homeport.analytics.cohort.Survival.Point;
import dev.homeport.analytics.cohort.rest.RepeatPurchasesResource.After;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A curve as a picture: who is not back yet, with its band. */
final class SurvivalSvg {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 400;
  private static final double LEFT = 56;
  private static final double TOP = 60;
  private static final double ACROSS = WIDTH - LEFT - 24;
  private static final double DOWN = HEIGHT - TOP - 48;
  private static final int STEPS = 4;

  private final List<Point> points;
  private final long end;

  private SurvivalSvg(Survival curve, int days) {
    this.points = curve.points().stream().filter(point -> point.days() <= days).toList();
    this.end = points.isEmpty() ? days : Math.max(1, points.getLast().days());
  }

  static String of(Survival curve, After after, int days, Scope scope) {
    return new SurvivalSvg(curve, days).draw(curve, after, scope);
  }

  private String draw(Survival curve, After after, Scope scope) {
    String order = after == After.FIRST ? "first" : "last";
    String median =
        curve.median().isPresent()
            ? "Half are back within " + curve.median().getAsLong() + " days."
            : "Less than half have come back.";
    var svg =
        new Svg(
            WIDTH,
            HEIGHT,
            "Not back yet, days after the " + order + " order",
            "The share of customers who have not ordered again, up to %s. %s"
                .formatted(scope.asOf(), median));
    svg.text(16, 46, "start", median);
    for (int i = 0; i <= STEPS; i++) {
      double share = (double) i / STEPS;
      svg.line(LEFT, y(share), LEFT + ACROSS, y(share), "#e5e7eb");
      svg.text(LEFT - 8, y(share) + 4, "end", Svg.format("%.0f%%", share * 100));
      svg.text(x(share * end), TOP + DOWN + 20, "middle", Svg.format("%.0f", share * end));
    }
    if (!points.isEmpty()) {
      var band = new ArrayList<>(steps(Point::high));
      band.addAll(steps(Point::low).reversed());
      svg.path("M" + String.join(" L", band) + " Z", "#bfdbfe", "none");
      svg.path("M" + String.join(" L", steps(Point::waiting)), "none", "#1e40af");
    }
    return svg.end();
  }

  private List<String> steps(ToDoubleFunction<Point> share) {
    var corners = new ArrayList<String>();
    double before = 1;
    corners.add(corner(0, before));
    for (Point point : points) {
      corners.add(corner(point.days(), before));
      before = share.applyAsDouble(point);
      corners.add(corner(point.days(), before));
    }
    return corners;
  }

  private String corner(double days, double share) {
    return Svg.format("%.1f %.1f", x(days), y(share));
  }

  private double x(double days) {
    return LEFT + ACROSS * days / end;
  }

  private static double y(double share) {
    return TOP + DOWN * (1 - share);
  }
}
