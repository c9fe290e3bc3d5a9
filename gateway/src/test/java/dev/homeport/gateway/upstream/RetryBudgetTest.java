package dev.homeport.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RetryBudgetTest {

  @Test
  void lastinglyAFifthIsSentAgain() {
    var budget = new RetryBudget();
    while (budget.spend()) {
      // What was saved up is spent.
    }
    int again = 0;
    for (int i = 0; i < 10_000; i++) {
      budget.earn();
      again += budget.spend() ? 1 : 0;
    }
    assertThat(again).isEqualTo(2_000);
  }

  @Test
  void littleIsSavedUp() {
    var budget = new RetryBudget();
    for (int i = 0; i < 10_000; i++) {
      budget.earn();
    }
    int again = 0;
    while (budget.spend()) {
      again++;
    }
    assertThat(again).isEqualTo(20);
  }
}
