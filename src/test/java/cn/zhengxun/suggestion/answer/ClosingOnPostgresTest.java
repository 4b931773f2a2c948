package cn.zhengxun.suggestion.answer;

import cn.zhengxun.testing.OnPostgres;

@OnPostgres
class ClosingOnPostgresTest extends ClosingContract {}
