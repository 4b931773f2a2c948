package cn.zhengxun.suggestion.attachment;

import cn.zhengxun.testing.OnH2;

@OnH2
class NetworkSharesOnH2Test extends NetworkSharesContract {}
