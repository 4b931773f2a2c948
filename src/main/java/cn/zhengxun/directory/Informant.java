package cn.zhengxun.directory;

import java.time.LocalDate;
import java.util.Set;

/** 立法信息员. phone, email, station, ageBand, occupation and termEndsOn may be null; without an email the person is reached on paper. */
public record Informant(
        InformantId id,
        String name,
        String phone,
        String email,
        StationId station,
        String ageBand,
        String occupation,
        boolean profilingRefused,
        boolean active,
        LocalDate joinedOn,
        LocalDate termEndsOn,
        Set<String> tags) {}
