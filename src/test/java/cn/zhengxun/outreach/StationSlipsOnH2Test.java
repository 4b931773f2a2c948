package cn.zhengxun.outreach;

import cn.zhengxun.testing.OnH2;

@OnH2
class StationSlipsOnH2Test extends StationSlipsContract {}
