package org.praxisdatenbank.confirmation;

import org.praxisdatenbank.practice.PracticeId;

/**
 * A letter that can still be answered.
 *
 * @param isToContact else it went to the accounts of the provider
 */
record Letter(PracticeId practice, boolean isToContact) {}
