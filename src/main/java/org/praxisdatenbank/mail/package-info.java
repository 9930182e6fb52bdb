/** Letters to people: by SMTP, or into a folder where none is set up. */
@NullMarked
package org.praxisdatenbank.mail;

import org.jspecify.annotations.NullMarked;
