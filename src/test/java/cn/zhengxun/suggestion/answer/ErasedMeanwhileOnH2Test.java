package cn.zhengxun.suggestion.answer;

import cn.zhengxun.testing.OnH2;

@OnH2
class ErasedMeanwhileOnH2Test extends ErasedMeanwhileContract {
    @Override
    int waiting() {
        return db.sql("SELECT COUNT(*) FROM INFORMATION_SCHEMA.SESSIONS WHERE BLOCKER_ID IS NOT NULL")
                .query(Integer.class)
                .single();
    }
}
