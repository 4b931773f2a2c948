package cn.zhengxun.outreach;

import cn.zhengxun.testing.OnPostgres;

@OnPostgres
class PostersOnPostgresTest extends PostersContract {}
