/** Every state that a practice ever had: what changed, when and by what kind of hand, and the way back to it. */
@NullMarked
package org.praxisdatenbank.revision;

import org.jspecify.annotations.NullMarked;
