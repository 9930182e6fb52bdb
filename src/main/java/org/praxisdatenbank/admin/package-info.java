/** Pages for whoever keeps the program running: what waits, the index, the log of what was done. */
@NullMarked
package org.praxisdatenbank.admin;

import org.jspecify.annotations.NullMarked;
