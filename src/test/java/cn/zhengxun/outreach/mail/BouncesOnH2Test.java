package cn.zhengxun.outreach.mail;

import cn.zhengxun.testing.OnH2;

@OnH2
class BouncesOnH2Test extends BouncesContract {}
