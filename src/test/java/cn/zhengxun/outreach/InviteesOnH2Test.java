package cn.zhengxun.outreach;

import cn.zhengxun.testing.OnH2;

@OnH2
class InviteesOnH2Test extends InviteesContract {}
