/** Whether a practice still is as it says: asked once a year by letter, answered without an account. */
@NullMarked
package org.praxisdatenbank.confirmation;

import org.jspecify.annotations.NullMarked;
