/** The packaged program under hard treatment: killed at any moment, and under load for long. */
@NullMarked
package org.praxisdatenbank.crash;

import org.jspecify.annotations.NullMarked;
