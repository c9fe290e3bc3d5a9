package dev.homeport.analytics.value.btyd;

import dev.homeport.analytics.ReferenceData;
import java.util.List;
import java.util.Map;

/** Customers by summary, from real shops. */
public final class Data {
  private Data() {}

  /** A tenth of CDNOW's customers of early 1997, over 39 weeks. */
  static final String CDNOW = "ref/cdnow_sample_cbs.csv";

  /** A giftware shop over one year. */
  static final String ONLINE_RETAIL = "ref/online_retail_full_cbs.csv.gz";

  /** The same shop up to August. */
  static final String ONLINE_RETAIL_TO_AUGUST = "ref/online_retail_cal_2011-08-31_cbs.csv.gz";

  /** The rows as they are. */
  public static List<Map<String, String>> rows(String file) {
    return ReferenceData.rows(file);
  }

  static Tuples.Builder histories(String file) {
    var builder = new Tuples.Builder();
    for (Map<String, String> row : rows(file)) {
      builder.add(
          Integer.parseInt(row.get("x")),
          Integer.parseInt(row.get("tx_days")),
          Integer.parseInt(row.get("T_days")));
    }
    return builder;
  }

  static Spending spending(String file) {
    var builder = new Spending.Builder();
    for (Map<String, String> row : rows(file)) {
      int repeats = Integer.parseInt(row.get("x"));
      double mean =
          row.containsKey("zbar")
              ? Double.parseDouble(row.get("zbar"))
              : Double.parseDouble(row.get("rep_cents")) / 100 / Math.max(1, repeats);
      builder.add(repeats, mean);
    }
    return builder.build();
  }
}
