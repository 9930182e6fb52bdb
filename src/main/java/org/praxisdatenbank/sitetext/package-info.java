/** The texts of the operator's pages, as admins write them in the browser; every version is kept. */
@NullMarked
package org.praxisdatenbank.sitetext;

import org.jspecify.annotations.NullMarked;
