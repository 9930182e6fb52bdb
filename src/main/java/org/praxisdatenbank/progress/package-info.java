/** How far long work has come, for the person who waits at the terminal. */
@NullMarked
package org.praxisdatenbank.progress;

import org.jspecify.annotations.NullMarked;
