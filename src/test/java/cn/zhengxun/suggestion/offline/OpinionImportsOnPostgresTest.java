package cn.zhengxun.suggestion.offline;

import cn.zhengxun.testing.OnPostgres;

@OnPostgres
class OpinionImportsOnPostgresTest extends OpinionImportsContract {}
