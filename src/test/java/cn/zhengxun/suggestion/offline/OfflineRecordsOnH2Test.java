package cn.zhengxun.suggestion.offline;

import cn.zhengxun.testing.OnH2;

@OnH2
class OfflineRecordsOnH2Test extends OfflineRecordsContract {}
