package cn.zhengxun.suggestion.live;

import cn.zhengxun.testing.OnPostgres;

@OnPostgres
class LiveCountsOnPostgresTest extends LiveCountsContract {}
