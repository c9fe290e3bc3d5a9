package dev.homeport.analytics.rfm;

import java.util.Arrays;
import java.util.UUID;

/** Which row is whose: a table of ids without an object for each of them. */
final class CustomerRows {
  private static final int FIRST_CAPACITY = 1_024;
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private long[] high = new long[FIRST_CAPACITY];
  private long[] low = new long[FIRST_CAPACITY];

  /** Rows counted from 1; 0 is empty. At least twice as many as there are rows. */
  private int[] slots = new int[FIRST_CAPACITY * 2];

  private int size;

  UUID at(int row) {
    return new UUID(high[row], low[row]);
  }

  /** The row of a customer; -1 when there is none. */
  int find(UUID customer) {
    int row = slots[slot(customer.getMostSignificantBits(), customer.getLeastSignificantBits())];
    return row - 1;
  }

  /** Gives a customer who has none the next row. */
  int add(UUID customer) {
    if (size == high.length) {
      grow();
    }
    high[size] = customer.getMostSignificantBits();
    low[size] = customer.getLeastSignificantBits();
    slots[slot(high[size], low[size])] = ++size;
    return size - 1;
  }

  private void grow() {
    high = Arrays.copyOf(high, size * 2);
    low = Arrays.copyOf(low, size * 2);
    slots = new int[size * 4];
    for (int row = 0; row < size; row++) {
      slots[slot(high[row], low[row])] = row + 1;
    }
  }

  private int slot(long most, long least) {
    int slot = (int) ((((most * MIX) ^ least) * MIX) >>> 32) & (slots.length - 1);
    while (slots[slot] != 0 && (high[slots[slot] - 1] != most || low[slots[slot] - 1] != least)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }
}
