/** How the service is doing, for programs that watch it: status, health, metrics. */
@NullMarked
package org.praxisdatenbank.status;

import org.jspecify.annotations.NullMarked;
