/** A practice's path from draft to published: entering it, submitting, reviewing, publishing, withdrawing. */
@NullMarked
package org.praxisdatenbank.review;

import org.jspecify.annotations.NullMarked;
