package dev.homeport.gateway.document;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What one service says of its events.
 *
 * @param document a copy that the merge may change
 */
record ServiceEvents(String service, ObjectNode document) {}
