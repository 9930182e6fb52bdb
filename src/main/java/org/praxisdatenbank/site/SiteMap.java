package org.praxisdatenbank.site;

import java.util.List;
import org.praxisdatenbank.practice.PracticePages;
import org.praxisdatenbank.practice.Published.Revision;

/**
 * Writes site maps as sitemaps.org describes them. All paths are of our own making and need no escaping.
 *
 * @param publicUrl scheme, host and port
 */
record SiteMap(String publicUrl) {
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /** The pages of these paths, and those of the practices with the moment of their last change. */
    String addresses(List<String> paths, List<Revision> practices) {
        StringBuilder xml = new StringBuilder(200 + 120 * (paths.size() + practices.size()));
        xml.append(XML).append("<urlset xmlns=\"").append(NAMESPACE).append("\">\n");
        for (String path : paths) {
            xml.append("<url><loc>").append(publicUrl).append(path).append("</loc></url>\n");
        }
        for (Revision practice : practices) {
            xml.append("<url><loc>")
                    .append(publicUrl)
                    .append(PracticePages.path(practice.id()))
                    .append("</loc><lastmod>")
                    .append(practice.updated())
                    .append("</lastmod></url>\n");
        }
        return xml.append("</urlset>\n").toString();
    }

    /** The index of so many parts, numbered from 1. */
    String index(long parts) {
        StringBuilder xml = new StringBuilder(XML);
        xml.append("<sitemapindex xmlns=\"").append(NAMESPACE).append("\">\n");
        for (long part = 1; part <= parts; part++) {
            xml.append("<sitemap><loc>")
                    .append(publicUrl)
                    .append("/sitemap-")
                    .append(part)
                    .append(".xml</loc></sitemap>\n");
        }
        return xml.append("</sitemapindex>\n").toString();
    }
}
