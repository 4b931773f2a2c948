package cn.zhengxun.evaluation;

import cn.zhengxun.testing.OnH2;

@OnH2
class StatisticsOnH2Test extends StatisticsContract {}
