package dev.homeport.analytics.rfm.rest;

import dev.homeport.analytics.rfm.Axes;
import dev.homeport.analytics.rfm.Scheme;
import dev.homeport.analytics.rfm.rest.GridView.CellTotal;
import dev.homeport.analytics.rfm.rest.HeatMap.Field;
import dev.homeport.analytics.rfm.rest.HeatMap.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A grid as a picture: recency from the top, the best first; the other scores from the left. */
final class GridPicture {
  private static final int WIDE = 120;
  private static final int NARROW = 44;

  private GridPicture() {}

  static String of(GridView view, Scheme scheme) {
    boolean codes = scheme.grid().axes() == Axes.R_F_M;
    Map<String, String> names =
        view.groups().stream()
            .collect(Collectors.toMap(GridView.GroupTotal::key, GridView.GroupTotal::name));
    var rows = new TreeMap<Integer, List<CellTotal>>(Comparator.reverseOrder());
    view.cells().forEach(cell -> rows.computeIfAbsent(cell.r(), _ -> new ArrayList<>()).add(cell));
    List<String> columns = rows.firstEntry().getValue().stream().map(GridPicture::column).toList();
    return new HeatMap(
            title(view, scheme),
            description(view),
            columns,
            rows.entrySet().stream()
                .map(
                    row ->
                        new Row(
                            "R" + row.getKey(),
                            row.getValue().stream()
                                .map(
                                    cell ->
                                        field(cell, names.getOrDefault(cell.group(), ""), codes))
                                .toList()))
                .toList(),
            codes ? NARROW : WIDE)
        .svg();
  }

  private static Field field(CellTotal cell, String group, boolean codes) {
    String tip =
        "R%d %s, %s: %d customers, %s %s"
            .formatted(
                cell.r(),
                column(cell),
                group,
                cell.customers(),
                cell.net().amount().toPlainString(),
                cell.net().currency());
    return new Field(cell.customers(), codes ? "" : group, tip);
  }

  private static String column(CellTotal cell) {
    if (cell.fm() != null) {
      return "FM" + cell.fm();
    }
    return cell.m() == null ? "F" + cell.f() : "F" + cell.f() + " M" + cell.m();
  }

  private static String title(GridView view, Scheme scheme) {
    return "Customers by RFM, %s, %s".formatted(scheme.scoring().name(), view.asOf());
  }

  private static String description(GridView view) {
    return view.groups().stream()
        .map(group -> group.name() + " " + group.customers())
        .collect(Collectors.joining(", ", view.customers() + " customers: ", "."));
  }
}
