package org.praxisdatenbank.revision;

import java.time.Instant;
import org.praxisdatenbank.practice.Authorship.MadeBy;

/**
 * One state of a practice, kept for ever.
 *
 * @param number the practice's version in that state, from 1; those before the first one that is kept are unknown
 * @param isPublished false: the practice was withdrawn then
 * @param made when the practice came into that state
 */
public record Revision(long number, boolean isPublished, Instant made, MadeBy madeBy) {}
