package cn.zhengxun.suggestion;

import cn.zhengxun.testing.OnPostgres;

@OnPostgres
class DoubtfulOnPostgresTest extends DoubtfulContract {}
