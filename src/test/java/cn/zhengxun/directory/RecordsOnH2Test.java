package cn.zhengxun.directory;

import cn.zhengxun.testing.OnH2;

@OnH2
class RecordsOnH2Test extends RecordsContract {}
