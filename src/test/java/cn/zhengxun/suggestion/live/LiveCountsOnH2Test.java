package cn.zhengxun.suggestion.live;

import cn.zhengxun.testing.OnH2;

@OnH2
class LiveCountsOnH2Test extends LiveCountsContract {}
