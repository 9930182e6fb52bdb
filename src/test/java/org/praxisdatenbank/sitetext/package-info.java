@NullMarked
package org.praxisdatenbank.sitetext;

import org.jspecify.annotations.NullMarked;
