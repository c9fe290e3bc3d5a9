package dev.homeport.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A link of a tenant's chain, numbered from 1. Its arrays are not changed. */
@SuppressWarnings("ArrayRecordComponent")
record Block(long number, int entries, byte[] previousHash, byte[] hash) {

  static final String COLUMNS = "number, entries, previous_hash, hash";

  /** What the first block follows. */
  static Block none() {
    return new Block(0, 0, BlockHash.beforeTheFirst(), BlockHash.beforeTheFirst());
  }

  static Block read(ResultSet row) throws SQLException {
    return new Block(
        row.getLong("number"),
        row.getInt("entries"),
        row.getBytes("previous_hash"),
        row.getBytes("hash"));
  }
}
