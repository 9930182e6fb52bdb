/** Importing as a conversation: a file is uploaded, looked at, checked, taken in, and taken back. */
@NullMarked
package org.praxisdatenbank.upload;

import org.jspecify.annotations.NullMarked;
