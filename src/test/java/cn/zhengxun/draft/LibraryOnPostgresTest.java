package cn.zhengxun.draft;

import cn.zhengxun.testing.OnPostgres;

@OnPostgres
class LibraryOnPostgresTest extends LibraryContract {}
