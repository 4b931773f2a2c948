package cn.zhengxun.suggestion.amendment;

import cn.zhengxun.testing.OnPostgres;

@OnPostgres
class AmendmentsOnPostgresTest extends AmendmentsContract {}
