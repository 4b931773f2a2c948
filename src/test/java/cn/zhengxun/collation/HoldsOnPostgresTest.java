package cn.zhengxun.collation;

import cn.zhengxun.testing.OnPostgres;

@OnPostgres
class HoldsOnPostgresTest extends HoldsContract {}
