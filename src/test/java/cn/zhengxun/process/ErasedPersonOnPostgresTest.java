package cn.zhengxun.process;

import cn.zhengxun.testing.OnPostgres;

@OnPostgres
class ErasedPersonOnPostgresTest extends ErasedPersonContract {}
