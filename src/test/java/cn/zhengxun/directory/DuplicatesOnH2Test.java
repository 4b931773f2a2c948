package cn.zhengxun.directory;

import cn.zhengxun.testing.OnH2;

@OnH2
class DuplicatesOnH2Test extends DuplicatesContract {}
