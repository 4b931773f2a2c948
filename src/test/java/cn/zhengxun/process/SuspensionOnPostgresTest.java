package cn.zhengxun.process;

import cn.zhengxun.testing.OnPostgres;

@OnPostgres
class SuspensionOnPostgresTest extends SuspensionContract {}
