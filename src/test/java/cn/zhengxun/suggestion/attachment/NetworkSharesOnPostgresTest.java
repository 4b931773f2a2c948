package cn.zhengxun.suggestion.attachment;

import cn.zhengxun.testing.OnPostgres;

@OnPostgres
class NetworkSharesOnPostgresTest extends NetworkSharesContract {}
