package dev.homeport.system.conformance;

import dev.homeport.system.Merchant;
import java.util.Map;

/**
 * One of the two merchants, and what is there of each kind.
 *
 * @param ids by the name of the collection, or of the path parameter, that they fill
 * @param jobs by the service that ran them
 */
record Side(Merchant merchant, Tokens tokens, Map<String, String> ids, Map<String, String> jobs) {}
