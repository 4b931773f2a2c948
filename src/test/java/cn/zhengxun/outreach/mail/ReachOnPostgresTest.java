package cn.zhengxun.outreach.mail;

import cn.zhengxun.testing.OnPostgres;

@OnPostgres
class ReachOnPostgresTest extends ReachContract {}
