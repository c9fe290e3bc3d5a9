package dev.homeport.analytics.rfm;

/**
 * Why a document is no grid.
 *
 * @param pointer where in the document, as a JSON Pointer
 * @param detail what is wrong there
 */
public record GridFault(String pointer, String detail) {}
