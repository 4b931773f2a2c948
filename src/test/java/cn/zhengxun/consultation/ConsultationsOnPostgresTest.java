package cn.zhengxun.consultation;

import cn.zhengxun.testing.OnPostgres;

@OnPostgres
class ConsultationsOnPostgresTest extends ConsultationsContract {}
