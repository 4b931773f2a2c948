package cn.zhengxun.process;

import cn.zhengxun.testing.OnH2;

@OnH2
class MovedDeadlineOnH2Test extends MovedDeadlineContract {}
