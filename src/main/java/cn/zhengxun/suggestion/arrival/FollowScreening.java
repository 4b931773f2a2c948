package cn.zhengxun.suggestion.arrival;

import cn.zhengxun.kernel.Command;

/** A decision of step 6 holds a suggestion back, or lets it go. */
record FollowScreening(String consultation) implements Command {}
