package dev.homeport.analytics.value.btyd;

/** What parameters must be like. */
final class Parameters {
  private Parameters() {}

  static void require(double... parameters) {
    for (double parameter : parameters) {
      if (!(parameter > 0) || Double.isInfinite(parameter)) {
        throw new IllegalArgumentException("A parameter is above zero: " + parameter);
      }
    }
  }
}
