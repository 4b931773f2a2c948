package cn.zhengxun.process;

import cn.zhengxun.testing.OnPostgres;

@OnPostgres
class AtOnceOnPostgresTest extends AtOnceContract {}
