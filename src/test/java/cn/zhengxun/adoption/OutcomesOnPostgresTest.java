package cn.zhengxun.adoption;

import cn.zhengxun.testing.OnPostgres;

@OnPostgres
class OutcomesOnPostgresTest extends OutcomesContract {}
