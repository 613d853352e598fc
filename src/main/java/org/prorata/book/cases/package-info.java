/** Cases: decisions expected of a dossier, compared with those that the rules take. */
package org.prorata.book.cases;
