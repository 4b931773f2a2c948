package cn.zhengxun.directory;

import cn.zhengxun.testing.OnPostgres;

@OnPostgres
class DuplicatesOnPostgresTest extends DuplicatesContract {}
