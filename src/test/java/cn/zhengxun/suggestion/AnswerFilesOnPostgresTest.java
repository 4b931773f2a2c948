package cn.zhengxun.suggestion;

import cn.zhengxun.testing.OnPostgres;

@OnPostgres
class AnswerFilesOnPostgresTest extends AnswerFilesContract {}
