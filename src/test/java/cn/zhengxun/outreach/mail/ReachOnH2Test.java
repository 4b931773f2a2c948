package cn.zhengxun.outreach.mail;

import cn.zhengxun.testing.OnH2;

@OnH2
class ReachOnH2Test extends ReachContract {}
