package cn.zhengxun.directory;

import cn.zhengxun.testing.OnPostgres;

@OnPostgres
class RecordsOnPostgresTest extends RecordsContract {}
