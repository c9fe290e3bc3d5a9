package dev.homeport.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Goes along the entries of a chain in their order, each with the block it says it is in. */
final class ChainWalk {
  private final UUID tenant;
  private Block last = Block.none();
  private @Nullable Block block;
  private BlockHash hash;
  private long place;
  private long blocks;
  private long entries;
  private @Nullable Long firstBroken;

  ChainWalk(UUID tenant) {
    this.tenant = tenant;
    this.hash = next();
  }

  /** Takes a row: a block without entries, an entry without a block, or both. */
  void accept(ResultSet row) throws SQLException {
    if (row.getLong("place") != place) {
      leaveBlock();
      enterBlock(row);
    }
    if (row.getObject("id") != null) {
      entries++;
      hash.add(AuditEntry.read(row));
    }
  }

  AuditVerification end(long unsealed) {
    leaveBlock();
    String head = blocks == 0 ? null : HexFormat.of().formatHex(last.hash());
    return new AuditVerification(firstBroken == null, blocks, entries, unsealed, head, firstBroken);
  }

  private void enterBlock(ResultSet row) throws SQLException {
    place = row.getLong("place");
    hash = next();
    if (row.getObject("number") == null) {
      broken(place);
      return;
    }
    block = Block.read(row);
    blocks++;
    if (place != last.number() + 1) {
      broken(last.number() + 1);
    }
  }

  private void leaveBlock() {
    Block left = block;
    if (left == null) {
      return;
    }
    if (hash.entries() != left.entries()
        || !Arrays.equals(last.hash(), left.previousHash())
        || !Arrays.equals(hash.end(), left.hash())) {
      broken(left.number());
    }
    last = left;
    block = null;
  }

  private BlockHash next() {
    return new BlockHash(last.hash(), tenant, place);
  }

  private void broken(long number) {
    if (firstBroken == null || number < firstBroken) {
      firstBroken = number;
    }
  }
}
