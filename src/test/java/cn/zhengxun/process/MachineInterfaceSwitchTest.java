package cn.zhengxun.process;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** The machine interface switched off, as the profile prod has it: the filter chains alone, without pages behind them. */
@SpringJUnitWebConfig({SignInSecurity.class, MachineInterfaceSwitchTest.Web.class})
@TestPropertySource(properties = "zhengxun.api.enabled=false")
class MachineInterfaceSwitchTest {

    @Configuration
    @EnableWebMvc
    @EnableWebSecurity
    static class Web {}

    private final MockMvc browser;

    @Autowired
    MachineInterfaceSwitchTest(WebApplicationContext context) {
        browser = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/statistics", "/api/v1/consultations", "/v3/api-docs"})
    void switched_off_it_is_not_there_for_anybody(String address) throws Exception {
        browser.perform(get(address)).andExpect(status().isNotFound());
        browser.perform(get(address).with(user("manager").authorities(new SimpleGrantedAuthority("manager"))))
                .andExpect(status().isNotFound());
    }

    @Test
    void figures_stay_for_administrators_only() throws Exception {
        browser.perform(get("/actuator/prometheus")
                        .with(user("manager").authorities(new SimpleGrantedAuthority("manager"))))
                .andExpect(status().isForbidden());
        // past the chain; nothing stands behind it here
        browser.perform(get("/actuator/prometheus")
                        .with(user("admin").authorities(new SimpleGrantedAuthority("camunda-admin"))))
                .andExpect(status().isNotFound());
    }
}
