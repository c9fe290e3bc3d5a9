package dev.homeport.customer.privacy;

import dev.homeport.customer.privacy.PrivacyRequest.Answer;
import java.time.Instant;
import java.util.List;

/**
 * What a certificate of erasure says.
 *
 * @param unreadableAt when the last copy anywhere becomes unreadable, by the destruction of its key
 */
record CertificateClaims(
    String iss,
    String jti,
    String tenant,
    String customerId,
    List<String> identityIds,
    Instant receivedAt,
    Instant erasedAt,
    Instant issuedAt,
    Instant unreadableAt,
    List<Answer> services) {}
