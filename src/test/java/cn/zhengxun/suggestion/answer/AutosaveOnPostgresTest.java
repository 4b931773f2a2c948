package cn.zhengxun.suggestion.answer;

import cn.zhengxun.testing.OnPostgres;

@OnPostgres
class AutosaveOnPostgresTest extends AutosaveContract {}
