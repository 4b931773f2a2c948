package cn.zhengxun.suggestion.receipt;

import cn.zhengxun.testing.OnPostgres;

@OnPostgres
class ReceiptCopiesOnPostgresTest extends ReceiptCopiesContract {}
