package cn.zhengxun.outreach.mail;

import cn.zhengxun.testing.OnPostgres;

@OnPostgres
class OutboxOnPostgresTest extends OutboxContract {}
