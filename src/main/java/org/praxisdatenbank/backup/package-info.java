/** All content of the database in one file, and back. */
@NullMarked
package org.praxisdatenbank.backup;

import org.jspecify.annotations.NullMarked;
