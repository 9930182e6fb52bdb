@NullMarked
package org.praxisdatenbank.contact;

import org.jspecify.annotations.NullMarked;
