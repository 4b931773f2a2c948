package cn.zhengxun.directory;

import java.time.LocalDate;

record Training(long id, LocalDate trainedOn, String topic) {}
