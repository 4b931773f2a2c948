package cn.zhengxun.suggestion.receipt;

import cn.zhengxun.testing.OnH2;

@OnH2
class ReceiptCopiesOnH2Test extends ReceiptCopiesContract {}
