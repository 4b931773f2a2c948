package cn.zhengxun.outreach;

import cn.zhengxun.testing.OnPostgres;

@OnPostgres
class OutboxOnPostgresTest extends OutboxContract {}
