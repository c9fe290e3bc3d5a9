package dev.homeport.local.demo;

import java.util.List;
import org.hipparchus.random.RandomDataGenerator;

/** Chance, from a seed: the same seed throws the same. */
final class Dice {

  private final RandomDataGenerator random;

  Dice(long seed) {
    this.random = new RandomDataGenerator(seed);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** From 0 (inclusive) to 1 (exclusive). */
  double unit() {
    return random.nextDouble();
  }

  /** A whole number, both ends included. */
  int between(int lowest, int highest) {
    return lowest + random.nextInt(highest - lowest + 1);
  }

  <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  /**
   * @param rate the inverse of the scale
   */
  double gamma(double shape, double rate) {
    return random.nextGamma(shape, 1 / rate);
  }

  double beta(double a, double b) {
    return random.nextBeta(a, b);
  }

  double exponential(double mean) {
    return random.nextExponential(mean);
  }

  double normal() {
    return random.nextNormal(0, 1);
  }
}
