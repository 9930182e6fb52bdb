/** Access tokens: with them programs do what somebody may do, as far as that person lets them. */
@NullMarked
package org.praxisdatenbank.token;

import org.jspecify.annotations.NullMarked;
