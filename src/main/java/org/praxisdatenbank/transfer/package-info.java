/** Import and export: practices from and to files in the record format. */
@NullMarked
package org.praxisdatenbank.transfer;

import org.jspecify.annotations.NullMarked;
