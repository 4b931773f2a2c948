package cn.zhengxun.collation;

import cn.zhengxun.testing.OnH2;

@OnH2
class ReviewsOnH2Test extends ReviewsContract {}
