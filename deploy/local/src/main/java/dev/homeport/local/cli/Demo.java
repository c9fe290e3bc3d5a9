package dev.homeport.local.cli;

import dev.homeport.local.demo.SimulatedMerchant;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Sends the simulated merchant, says what became of it, and knows calls to try. */
final class Demo {

  /** Seed of the merchant that everybody sees who names none. */
  static final long USUAL_SEED = 1;

  private final Api api;
  private final SimulatedMerchant merchant;

  Demo(Api api, SimulatedMerchant merchant) {
    this.api = api;
    this.merchant = merchant;
  }

  /**
   * Calls that read what the demo has sent.
   *
   * @param customer somebody who buys often
   * @param order the last of their orders
   */
  record Calls(String customer, String order) {}

  Calls run() {
    System.out.printf(
        "%nA simulated merchant, seed %d: %s people who do not exist, %s to %s.%n%n",
        merchant.seed(),
        Figures.count(merchant.people()),
        day().minusMonths(SimulatedMerchant.MONTHS),
        day());
    long began = System.nanoTime();
    print(send(), Duration.ofNanos(System.nanoTime() - began));
    new Books(api).print();
    new Club(api).run(merchant);
    ValueModel.use(api);
    return calls();
  }

  private LocalDate day() {
    return LocalDate.ofInstant(merchant.end(), ZoneOffset.UTC);
  }

  private List<Sent> send() {
    try (var load = new DemoLoad(api, merchant)) {
      return load.run();
    }
  }

  private static void print(List<Sent> sent, Duration took) {
    System.out.print(Sent.HEADER);
    for (var kind : sent) {
      System.out.print(kind.line());
      kind.refusals().forEach(refusal -> System.out.println("    " + refusal));
    }
    if (sent.stream().mapToLong(Sent::fresh).sum() == 0) {
      System.out.println("  Nothing has changed: all of it was there already.");
    } else {
      System.out.printf("  sent in %d s%n", took.toSeconds());
    }
  }

  private Calls calls() {
    var example = merchant.example();
    var identity = "/v1/identities/%s/%s".formatted(example.channel(), example.buyer());
    return new Calls(
        api.get(identity).required("Looking for a customer").path("id").asText(),
        api.order(example.channel(), example.order()).orElseThrow());
  }
}
