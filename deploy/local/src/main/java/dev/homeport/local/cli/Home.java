package dev.homeport.local.cli;

import dev.homeport.local.Checkout;
import java.nio.file.Path;

/** The files of the local run. */
record Home(Path data) {

  static Home locate() {
    return new Home(Checkout.locate().data());
  }

  Path access() {
    return data.resolve("access.json");
  }

  Path demo() {
    return data.resolve("demo.json");
  }

  Path logs() {
    return data.resolve("logs");
  }
}
