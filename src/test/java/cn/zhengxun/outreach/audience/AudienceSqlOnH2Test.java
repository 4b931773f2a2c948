package cn.zhengxun.outreach.audience;

import cn.zhengxun.testing.OnH2;

@OnH2
class AudienceSqlOnH2Test extends AudienceSqlContract {}
