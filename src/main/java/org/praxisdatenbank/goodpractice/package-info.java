/** How a published practice becomes a Good Practice example: checklist, interview, description, second pair of eyes. */
@NullMarked
package org.praxisdatenbank.goodpractice;

import org.jspecify.annotations.NullMarked;
