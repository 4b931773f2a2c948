package cn.zhengxun.outreach;

import cn.zhengxun.testing.OnPostgres;

@OnPostgres
class AudiencesOnPostgresTest extends AudiencesContract {}
