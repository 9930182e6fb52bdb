/** The description of the HTTP interface: OpenAPI for programs, and a page made from the same document for people. */
@NullMarked
package org.praxisdatenbank.api;

import org.jspecify.annotations.NullMarked;
