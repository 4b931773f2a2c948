package cn.zhengxun.web;

import cn.zhengxun.testing.OnPostgres;

@OnPostgres
class ReceiptPrivacyOnPostgresTest extends ReceiptPrivacyContract {}
