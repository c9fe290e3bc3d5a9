package dev.homeport.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WatchedJobTest {

  @Test
  void a_refused_line_is_named_with_its_place_and_reason() {
    var line =
        """
        {"line": 17, "problem": {"title": "Invalid", "detail": "The document breaks 1 rule(s).",
         "errors": [{"pointer": "/lines/0/unitPrice", "detail": "may be negative on an adjustment only"}]}}""";

    assertThat(WatchedJob.refusal(line))
        .isEqualTo(
            "line 17: The document breaks 1 rule(s)."
                + " /lines/0/unitPrice may be negative on an adjustment only.");
  }

  @Test
  void what_is_no_json_is_shown_as_it_is() {
    assertThat(WatchedJob.refusal("half a li")).isEqualTo("half a li");
  }
}
