package dev.homeport.system.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.random.RandomGenerator;

/** Values that programs stumble over. */
final class Corpus {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\u0000",
          "a\u0000b",
          "\uD800",
          "\uFFFF\u202E\u200B",
          "İıſß\u0301",
          "' or '1'='1",
          "'; drop table orders; --",
          "\\'; select pg_sleep(5); --",
          "%' and 1=cast((select version()) as int) --",
          "${jndi:ldap://127.0.0.1/a}",
          "#{7*7}",
          "{{7*7}}",
          "<script>alert(1)</script>",
          "\"><svg/onload=alert(1)>",
          "../../../../etc/passwd",
          "..%2F..%2Fetc%2Fpasswd",
          "file:///etc/passwd",
          "http://169.254.169.254/latest/meta-data/",
          "http://localhost:5432",
          "\r\nX-Injected: 1",
          "=cmd|' /C calc'!A0",
          "null",
          "true",
          "NaN",
          "-0",
          "1e309",
          "0x10",
          "99999999999999999999999999999999",
          "0.0000000000000000000000000000001",
          "2026-02-30",
          "9999-12-31T23:59:59.999999999Z",
          "-0001-01-01T00:00:00Z",
          "+292278994-08-17T07:12:55.808Z",
          "2026-11-28T10:00:00+18:00",
          "EUR",
          "XXX",
          "cus_00000000-0000-0000-0000-000000000000",
          "ord_ffffffff-ffff-ffff-ffff-ffffffffffff",
          "*",
          "size(tags) > ",
          "orders.count >= 1 && ".repeat(80) + "true",
          "((((((((((((((((((((((((((((((((1))))))))))))))))))))))))))))))))",
          "a".repeat(300),
          "ü".repeat(5_000));

  private Corpus() {}

  static String text(RandomGenerator random) {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  /** Any JSON value. */
  static JsonNode value(RandomGenerator random) {
    return switch (random.nextInt(14)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.booleanNode(random.nextBoolean());
      case 2 -> JSON.numberNode(random.nextInt(-3, 4));
      case 3 -> JSON.numberNode(random.nextLong());
      case 4 -> JSON.numberNode(BigInteger.TEN.pow(random.nextInt(400)));
      case 5 -> JSON.numberNode(new BigDecimal("1e-" + random.nextInt(400)));
      case 6 -> JSON.numberNode(random.nextDouble() * 1e18);
      case 7 -> JSON.arrayNode();
      case 8 -> JSON.objectNode();
      case 9 -> nested(random.nextInt(2, 60));
      case 10 -> JSON.arrayNode().add(value(random)).add(value(random));
      default -> JSON.textNode(text(random));
    };
  }

  private static JsonNode nested(int depth) {
    JsonNode inner = JSON.numberNode(1);
    for (int i = 0; i < depth; i++) {
      inner = i % 2 == 0 ? JSON.arrayNode().add(inner) : JSON.objectNode().set("a", inner);
    }
    return inner;
  }
}
