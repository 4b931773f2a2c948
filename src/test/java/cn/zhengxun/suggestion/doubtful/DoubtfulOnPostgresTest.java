package cn.zhengxun.suggestion.doubtful;

import cn.zhengxun.testing.OnPostgres;

@OnPostgres
class DoubtfulOnPostgresTest extends DoubtfulContract {}
