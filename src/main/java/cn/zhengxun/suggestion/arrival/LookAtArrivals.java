package cn.zhengxun.suggestion.arrival;

import cn.zhengxun.kernel.Command;

/** The system flags suggestions that were just handed in. */
record LookAtArrivals(String consultation) implements Command {}
