package cn.zhengxun.evaluation;

import cn.zhengxun.testing.OnPostgres;

@OnPostgres
class StatisticsOnPostgresTest extends StatisticsContract {}
