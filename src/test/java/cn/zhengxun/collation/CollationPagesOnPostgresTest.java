package cn.zhengxun.collation;

import cn.zhengxun.testing.OnPostgres;

@OnPostgres
class CollationPagesOnPostgresTest extends CollationPagesContract {}
