package dev.homeport.local.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.homeport.local.LocalException;
import dev.homeport.local.demo.OrderReturn;
import dev.homeport.local.demo.SimulatedMerchant;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import me.tongfei.progressbar.ProgressBar;

/** Sends a simulated merchant through the gateway, as an integration would. */
final class DemoLoad implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NDJSON = "application/x-ndjson";
  private static final int CREATED = 201;
  private static final int REFUSALS_SHOWN = 5;

  private final Api api;
  private final SimulatedMerchant merchant;
  private final ProgressBar bar;

  DemoLoad(Api api, SimulatedMerchant merchant) {
    this.api = api;
    this.merchant = merchant;
    this.bar =
        Bars.open(
            "Sending",
            merchant.orders().size()
                + merchant.orderReturns().size()
                + merchant.freeReturns().size());
  }

  /** Sends everything; what was sent before changes nothing. */
  List<Sent> run() {
    return List.of(
        rates(),
        imported("orders and cancellations", "order-imports", merchant.orders()),
        orderReturns(),
        imported("returns without an order", "return-imports", merchant.freeReturns()),
        spend());
  }

  @Override
  public void close() {
    bar.close();
  }

  private Sent rates() {
    var csv = merchant.rates();
    var answer =
        api.replace("/v1/exchange-rates", "text/csv", BodyPublishers.ofString(csv))
            .required("Sending exchange rates");
    long days = answer.path("days").asLong();
    boolean fresh = answer.path("changed").asLong() > 0;
    return new Sent("days of simulated rates", fresh ? days : 0, fresh ? 0 : days, 0, List.of());
  }

  private Sent spend() {
    var answer =
        api.post(
            "/v1/marketing-spend/batch",
            JSON.valueToTree(Map.of("items", merchant.spend())),
            "demo-spend-" + merchant.end());
    long sent = answer.required("Sending what was spent").path("items").size();
    return new Sent(
        "months of advertisement",
        answer.replayed() ? 0 : sent,
        answer.replayed() ? sent : 0,
        0,
        List.of());
  }

  private Sent imported(String what, String path, List<?> documents) {
    long before = bar.getCurrent();
    var body = new StringBuilder();
    documents.forEach(document -> body.append(json(document)).append('\n'));
    var answer =
        api.upload(
            "/v1/" + path + "?backfill=true", NDJSON, BodyPublishers.ofString(body.toString()));
    return Sent.of(
        what,
        WatchedJob.follow(api, answer, job -> bar.stepTo(before + job.path("processed").asLong())));
  }

  /** Returns of known orders have no file of their own: they are reported one by one. */
  private Sent orderReturns() {
    var answers = merchant.orderReturns().parallelStream().map(this::reported).toList();
    var refusals = answers.stream().filter(a -> !a.answer().ok()).map(Reported::refusal).toList();
    long fresh = answers.stream().filter(Reported::fresh).count();
    return new Sent(
        "returns of orders",
        fresh,
        answers.size() - fresh - refusals.size(),
        refusals.size(),
        refusals.stream().limit(REFUSALS_SHOWN).toList());
  }

  private record Reported(OrderReturn goods, Api.Answer answer) {

    boolean fresh() {
      return answer.status() == CREATED && !answer.replayed();
    }

    String refusal() {
      return goods.channel() + " " + goods.report().externalId() + ": " + answer.reason();
    }
  }

  private Reported reported(OrderReturn goods) {
    var reported = new Reported(goods, giveBack(goods));
    bar.step();
    return reported;
  }

  private Api.Answer giveBack(OrderReturn goods) {
    var order =
        api.order(goods.channel(), goods.orderNumber())
            .orElseThrow(
                () -> new LocalException("There is no order " + goods.orderNumber() + "."));
    return api.post(
        "/v1/orders/" + order + "/returns",
        JSON.valueToTree(goods.report()),
        "demo-" + goods.channel() + "-" + goods.report().externalId());
  }

  private static String json(Object document) {
    try {
      return JSON.writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new LocalException("A document of the demo cannot be written.", e);
    }
  }
}
