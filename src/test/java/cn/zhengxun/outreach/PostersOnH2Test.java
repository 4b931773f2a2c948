package cn.zhengxun.outreach;

import cn.zhengxun.testing.OnH2;

@OnH2
class PostersOnH2Test extends PostersContract {}
