@NullMarked
package org.praxisdatenbank.mail;

import org.jspecify.annotations.NullMarked;
