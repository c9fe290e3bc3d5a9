package dev.homeport.analytics.report;

import dev.homeport.analytics.chart.Picture;

/**
 * A picture and beside it a table with the same figures.
 *
 * @param key names it in the page, in kebab case, unlike any other
 * @param title what is shown
 */
public record Exhibit(String key, String title, Picture picture, Table table) {

  /** The picture as a part of the page. */
  public String svg() {
    return picture.element(key);
  }
}
