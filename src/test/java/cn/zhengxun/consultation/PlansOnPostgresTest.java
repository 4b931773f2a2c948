package cn.zhengxun.consultation;

import cn.zhengxun.testing.OnPostgres;

@OnPostgres
class PlansOnPostgresTest extends PlansContract {}
