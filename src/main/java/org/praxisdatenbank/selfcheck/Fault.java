package org.praxisdatenbank.selfcheck;

/**
 * What is wrong with something entered.
 *
 * @param field {@code id} of the element to be corrected
 * @param text what is wrong and what to do, in the language of the page
 */
public record Fault(String field, String text) {}
