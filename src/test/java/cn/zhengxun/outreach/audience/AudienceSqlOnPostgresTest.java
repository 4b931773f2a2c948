package cn.zhengxun.outreach.audience;

import cn.zhengxun.testing.OnPostgres;

@OnPostgres
class AudienceSqlOnPostgresTest extends AudienceSqlContract {}
