package cn.zhengxun.outreach;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.directory.StationId;

/** A link without a person, /q/{code}; station is null where it belongs to none. */
public record OpenChannel(String code, ConsultationNumber consultation, StationId station) {}
