package cn.zhengxun.process;

import cn.zhengxun.testing.OnPostgres;

@OnPostgres
class TenStepsOnPostgresTest extends TenStepsContract {}
