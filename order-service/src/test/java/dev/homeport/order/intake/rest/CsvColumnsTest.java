package dev.homeport.order.intake.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.platform.job.document.CsvItems;
import dev.homeport.platform.job.document.Item;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The documents of a CSV input, wherever a run goes on. */
class CsvColumnsTest {
  private static List<Item<String>> read(String csv, long after) {
    var found = new ArrayList<Item<String>>();
    try (var items =
        new CsvItems<>(
            new ByteArrayInputStream(csv.getBytes(UTF_8)),
            CsvColumns.ORDERS,
            after,
            document -> document.json().toString())) {
      for (var item = items.next(); item.isPresent(); item = items.next()) {
        found.add(item.get());
      }
    }
    return found;
  }

  private static String csv(Random random) {
    var csv = new StringBuilder("channel,externalId,currency,lineNo,sku,name\n");
    for (int number = 0; number < 1 + random.nextInt(6); number++) {
      for (int line = 1; line <= 1 + random.nextInt(3); line++) {
        String name = random.nextInt(3) == 0 ? "\"two\nlines, \"\"quoted\"\"\"" : "plain";
        csv.append("shop,n-%d,EUR,%d,SKU,%s\n".formatted(number, line, name));
        csv.append(random.nextInt(4) == 0 ? "\n" : "");
      }
    }
    return csv.toString();
  }

  @Test
  void whereverARunGoesOnItReadsTheDocumentsThatAreLeft() {
    System.out.println("seeds 0 to 499");
    for (long seed = 0; seed < 500; seed++) {
      String csv = csv(new Random(seed));
      List<Item<String>> all = read(csv, 0);
      assertThat(CsvItems.count(new ByteArrayInputStream(csv.getBytes(UTF_8)), CsvColumns.ORDERS))
          .isEqualTo(all.size());
      for (int done = 0; done < all.size(); done++) {
        assertThat(read(csv, all.get(done).last()))
            .as("seed %d after %d", seed, done)
            .isEqualTo(all.subList(done + 1, all.size()));
      }
    }
  }
}
