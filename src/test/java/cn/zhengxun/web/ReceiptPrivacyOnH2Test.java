package cn.zhengxun.web;

import cn.zhengxun.testing.OnH2;

@OnH2
class ReceiptPrivacyOnH2Test extends ReceiptPrivacyContract {}
