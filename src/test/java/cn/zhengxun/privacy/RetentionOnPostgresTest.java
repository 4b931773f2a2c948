package cn.zhengxun.privacy;

import cn.zhengxun.testing.OnPostgres;

@OnPostgres
class RetentionOnPostgresTest extends RetentionContract {}
