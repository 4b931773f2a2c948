package cn.zhengxun.directory;

import cn.zhengxun.testing.OnPostgres;

@OnPostgres
class InformantImportsOnPostgresTest extends InformantImportsContract {}
