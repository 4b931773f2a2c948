package cn.zhengxun.report;

import cn.zhengxun.testing.OnH2;

@OnH2
class ReportsOnH2Test extends ReportsContract {}
