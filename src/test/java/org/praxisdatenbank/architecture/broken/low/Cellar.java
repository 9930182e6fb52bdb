package org.praxisdatenbank.architecture.broken.low;

import com.zaxxer.hikari.HikariDataSource;
import gg.jte.TemplateEngine;
import io.javalin.http.Context;
import java.util.List;
import org.apache.lucene.document.Document;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.praxisdatenbank.architecture.broken.high.Tower;

/** Must know neither the tower nor any of these libraries. */
public record Cellar(
        List<Tower> towers,
        Document document,
        Flyway flyway,
        HikariDataSource pool,
        Jdbi jdbi,
        TemplateEngine templates,
        Context request) {

    Tower first() {
        return towers.getFirst();
    }
}
