package cn.zhengxun.suggestion.answer;

import cn.zhengxun.testing.OnPostgres;

@OnPostgres
class ErasedMeanwhileOnPostgresTest extends ErasedMeanwhileContract {
    @Override
    int waiting() {
        return db.sql("SELECT COUNT(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
                .query(Integer.class)
                .single();
    }
}
