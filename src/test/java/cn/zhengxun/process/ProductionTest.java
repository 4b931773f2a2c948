package cn.zhengxun.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengxun.Zhengxun;
import cn.zhengxun.testing.PostgresServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The product as an operator starts it: profile prod on PostgreSQL. */
class ProductionTest {

    @Test
    void it_wants_an_administrators_password_and_brings_nothing_of_the_demonstration() throws Exception {
        String database = emptyDatabase();
        assertThatThrownBy(() -> start(database, "").close())
                .hasMessageContaining("启动失败：还没有管理员。请设置环境变量 ZHENGXUN_ADMIN_PASSWORD");

        try (ConfigurableApplicationContext product = start(database, "Bangchui#2026xx")) {
            assertThat(product.getBean(IdentityService.class).createUserQuery().list())
                    .extracting(User::getId)
                    .containsExactly("admin");
            JdbcClient db = product.getBean(JdbcClient.class);
            for (String table : List.of("consultation", "informant", "station", "expert", "open_channel")) {
                assertThat(db.sql("SELECT COUNT(*) FROM " + table)
                                .query(Integer.class)
                                .single())
                        .as(table)
                        .isZero();
            }
            String port = product.getEnvironment().getProperty("local.server.port");
            assertThat(get(port, "/dev/mailbox").statusCode()).isEqualTo(404);
            assertThat(get(port, "/q/demo").statusCode()).isEqualTo(404);
            assertThat(get(port, "/login").body()).contains("登录").doesNotContain("Zhengxun#2026");
            HttpResponse<String> machine = get(port, "/api/v1/consultations");
            assertThat(machine.statusCode()).isEqualTo(404);
            assertThat(machine.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
    }

    private static ConfigurableApplicationContext start(String database, String password) {
        List<String> settings = new ArrayList<>(List.of(
                "--spring.profiles.active=prod",
                "--server.port=0",
                "--camunda.bpm.process-engine-name=production",
                "--logging.level.root=warn",
                // the failed start says why in the exception; its trace is no part of the test's output
                "--logging.level.org.springframework.boot.SpringApplication=off",
                "--spring.datasource.url=" + database,
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--zhengxun.admin-password=" + password));
        return new SpringApplication(Zhengxun.class).run(settings.toArray(String[]::new));
    }

    private static String emptyDatabase() throws SQLException {
        String server = PostgresServer.url();
        try (Connection connection = DriverManager.getConnection(server, "postgres", "postgres")) {
            connection.createStatement().execute("CREATE DATABASE production");
        }
        return server.replaceFirst("/postgres", "/production");
    }

    private static HttpResponse<String> get(String port, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
