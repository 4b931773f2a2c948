package cn.zhengxun.draft;

import cn.zhengxun.testing.OnPostgres;

@OnPostgres
class AmendedLawsOnPostgresTest extends AmendedLawsContract {}
