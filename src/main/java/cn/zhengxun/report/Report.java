package cn.zhengxun.report;

import cn.zhengxun.consultation.ConsultationNumber;
import java.time.Instant;
import java.time.LocalDate;

/** One version of 《关于〈…〉征询意见情况的报告》. What has not happened yet is null; hashes are SHA-256 in lower-case hex, set on freezing. */
public record Report(
        ConsultationNumber consultation,
        int version,
        String introduction,
        Instant composedAt,
        String approvedBy,
        Instant approvedAt,
        String signedBy,
        Instant signedAt,
        Instant frozenAt,
        String docxSha256,
        String xlsxSha256,
        String receiptNumber,
        String receiptFrom,
        LocalDate receivedOn) {}
