package cn.zhengxun.kernel;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one type that H2 and PostgreSQL do not share: large binary values, {@code ${bytes}} in the migrations. */
@Configuration(proxyBeanMethods = false)
class PortableSchema {

    @Bean
    FlywayConfigurationCustomizer bytesOfThisDatabase() {
        return configuration -> configuration.placeholders(Map.of("bytes", bytesOf(configuration.getDataSource())));
    }

    private static String bytesOf(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return "PostgreSQL".equals(connection.getMetaData().getDatabaseProductName()) ? "BYTEA" : "BLOB";
        } catch (SQLException unreachable) {
            throw new IllegalStateException("the database cannot be reached", unreachable);
        }
    }
}
