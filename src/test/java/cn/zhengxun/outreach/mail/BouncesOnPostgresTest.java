package cn.zhengxun.outreach.mail;

import cn.zhengxun.testing.OnPostgres;

@OnPostgres
class BouncesOnPostgresTest extends BouncesContract {}
