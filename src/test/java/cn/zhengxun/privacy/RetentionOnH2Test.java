package cn.zhengxun.privacy;

import cn.zhengxun.testing.OnH2;

@OnH2
class RetentionOnH2Test extends RetentionContract {}
