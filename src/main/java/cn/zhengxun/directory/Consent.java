package cn.zhengxun.directory;

import java.time.Instant;
import java.time.LocalDate;

/** One decision of a person. recordedBy: the account that wrote it down. */
public record Consent(
        ConsentKind kind, boolean given, LocalDate decidedOn, String wording, String recordedBy, Instant recordedAt) {}
