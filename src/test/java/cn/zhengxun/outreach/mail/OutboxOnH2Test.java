package cn.zhengxun.outreach.mail;

import cn.zhengxun.testing.OnH2;

@OnH2
class OutboxOnH2Test extends OutboxContract {}
