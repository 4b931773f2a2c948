package cn.zhengxun.report;

import cn.zhengxun.testing.OnPostgres;

@OnPostgres
class ReportsOnPostgresTest extends ReportsContract {}
