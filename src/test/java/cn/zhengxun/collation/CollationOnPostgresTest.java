package cn.zhengxun.collation;

import cn.zhengxun.testing.OnPostgres;

@OnPostgres
class CollationOnPostgresTest extends CollationContract {}
