package dev.homeport.analytics.rfm.rest;

import dev.homeport.analytics.chart.HeatMap;
import dev.homeport.analytics.chart.Numbers;
import dev.homeport.analytics.chart.Picture;
import dev.homeport.analytics.rfm.Axes;
import dev.homeport.analytics.rfm.Scheme;
import dev.homeport.analytics.rfm.rest.GridView.CellTotal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A grid as a picture: recency from the top, the best first; the other scores from the left. */
final class GridPicture {
  private final GridView view;
  private final Axes axes;
  private final String scoring;
  private final Map<String, String> groups;

  private GridPicture(GridView view, Scheme scheme) {
    this.view = view;
    this.axes = scheme.grid().axes();
    this.scoring = scheme.scoring().name();
    this.groups =
        view.groups().stream()
            .collect(Collectors.toMap(GridView.GroupTotal::key, GridView.GroupTotal::name));
  }

  static Picture of(GridView view, Scheme scheme) {
    return new GridPicture(view, scheme).draw();
  }

  private Picture draw() {
    var rows = new TreeMap<Integer, List<CellTotal>>(Comparator.reverseOrder());
    view.cells().forEach(cell -> rows.computeIfAbsent(cell.r(), _ -> new ArrayList<>()).add(cell));
    return new HeatMap(
            "Customers by RFM, %s, %s".formatted(scoring, view.asOf()),
            description(),
            new HeatMap.Axis(
                "R: how recently", rows.keySet().stream().map(r -> Integer.toString(r)).toList()),
            new HeatMap.Axis(
                across(),
                rows.firstEntry().getValue().stream().map(GridPicture::position).toList()),
            rows.values().stream().map(row -> row.stream().map(this::cell).toList()).toList(),
            " customers")
        .picture();
  }

  private HeatMap.Cell cell(CellTotal cell) {
    String group = groups.getOrDefault(cell.group(), "");
    String hint =
        "R%d %s, %s: %s customers, %s net"
            .formatted(
                cell.r(),
                position(cell),
                group,
                Numbers.whole(cell.customers()),
                Numbers.money(cell.net().amount(), cell.net().currency()));
    double customers = cell.customers();
    return new HeatMap.Cell(
        customers, Numbers.brief(customers), axes == Axes.R_F_M ? "" : group, hint);
  }

  private String across() {
    return switch (axes) {
      case R_FM -> "FM: how often and for how much";
      case R_F -> "F: how often";
      case R_F_M -> "F: how often, M: for how much";
    };
  }

  private static String position(CellTotal cell) {
    if (cell.fm() != null) {
      return "FM" + cell.fm();
    }
    return cell.m() == null ? "F" + cell.f() : "F" + cell.f() + " M" + cell.m();
  }

  private String description() {
    return view.groups().stream()
        .map(group -> group.name() + " " + Numbers.whole(group.customers()))
        .collect(Collectors.joining(", ", Numbers.whole(view.customers()) + " customers: ", "."));
  }
}
