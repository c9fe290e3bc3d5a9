/** The journal and the ledger in PostgreSQL: facts in, postings out, a batch at a time. */
@NullMarked
package dev.homeport.loyalty.journal.store;

import org.jspecify.annotations.NullMarked;
