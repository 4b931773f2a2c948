package cn.zhengxun.suggestion;

import cn.zhengxun.testing.OnPostgres;

@OnPostgres
class AgreementsOnPostgresTest extends AgreementsContract {}
