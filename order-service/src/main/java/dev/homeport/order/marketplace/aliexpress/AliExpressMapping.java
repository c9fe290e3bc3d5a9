package dev.homeport.order.marketplace.aliexpress;

import dev.homeport.order.marketplace.Mapped;
import dev.homeport.order.marketplace.Mapping;
import dev.homeport.order.marketplace.Part;
import dev.homeport.order.marketplace.Terms;
import dev.homeport.order.marketplace.Webhook;
import java.util.List;

/**
 * Orders of AliExpress, as openservice.aliexpress.com describes the answer of {@code
 * aliexpress.solution.order.info.get} ("get order detail info"), with or without the wrapping of
 * the answer. A program of the merchant's fetches them and sends them here, signed with the
 * channel's secret.
 */
public final class AliExpressMapping implements Mapping {
  private static final List<String> WRAPPINGS =
      List.of("aliexpress_solution_order_info_get_response", "result", "data");

  @Override
  public Mapped read(Webhook webhook, Terms terms) {
    Part body = Part.of(webhook.body()).object();
    for (String wrapping : WRAPPINGS) {
      body = body.at(wrapping).present() ? body.at(wrapping).object() : body;
    }
    return new Mapped.Taken(new AliExpressOrder(body, terms).effects());
  }
}
