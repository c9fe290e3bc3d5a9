package dev.homeport.loyalty.announcement;

import java.util.UUID;

/** A customer in a programme, which its key names. */
record MemberKey(UUID customerId, String programme) {}
