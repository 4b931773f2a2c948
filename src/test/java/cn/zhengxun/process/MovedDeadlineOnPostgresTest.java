package cn.zhengxun.process;

import cn.zhengxun.testing.OnPostgres;

@OnPostgres
class MovedDeadlineOnPostgresTest extends MovedDeadlineContract {}
